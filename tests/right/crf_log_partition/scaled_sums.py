import math


def lse(values):
    values = [v for v in values if v != -math.inf]
    if not values:
        return -math.inf
    m = max(values)
    return m + math.log(math.fsum(math.exp(v - m) for v in values))


def crf_log_partition(emissions, transitions):
    E, A = emissions.tolist(), transitions.tolist()
    labels = range(len(A))
    beta = [0.0] * len(A)
    for t in range(len(E) - 1, 0, -1):
        beta = [lse([A[i][j] + E[t][j] + beta[j] for j in labels]) for i in labels]
    return lse([E[0][j] + beta[j] for j in labels])
