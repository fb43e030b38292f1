import math

import numpy as np


def em_gmm_1d(x, weights, means, variances, n_iter=1):
    xs = [float(v) for v in x]
    w, m, v = ([float(a) for a in given] for given in (weights, means, variances))
    k = len(w)
    for _ in range(n_iter):
        shares = []
        for a in xs:
            logs = [math.log(w[j]) - 0.5 * math.log(v[j]) - (a - m[j]) ** 2 / (2 * v[j])
                    for j in range(k)]
            top = max(logs)
            e = [math.exp(value - top) for value in logs]
            shares.append([value / sum(e) for value in e])
        for j in range(k):
            r = [row[j] for row in shares]
            total = sum(r)
            w[j] = total / len(xs)
            m[j] = sum(p * a for p, a in zip(r, xs)) / total
            v[j] = sum(p * (a - m[j]) ** 2 for p, a in zip(r, xs)) / total
    return np.array(w), np.array(m), np.array(v)
