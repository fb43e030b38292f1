import math


def log(p):
    return math.log(p) if p > 0 else -math.inf


def logsumexp(values):
    top = max(values)
    if top == -math.inf:
        return top
    return top + math.log(sum(math.exp(v - top) for v in values))


def hmm_forward(observations, start, transitions, emissions):
    if len(observations) == 0:
        return 0.0
    N = len(start)
    A = [[log(float(p)) for p in row] for row in transitions]
    B = [[log(float(p)) for p in row] for row in emissions]
    alpha = [log(float(start[j])) + B[j][observations[0]] for j in range(N)]
    for o in observations[1:]:
        alpha = [logsumexp([alpha[i] + A[i][j] for i in range(N)]) + B[j][o] for j in range(N)]
    return logsumexp(alpha)
