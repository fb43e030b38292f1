# WRONG: aliasing: the scores are added up in the emissions themselves
import numpy as np


def viterbi_decode(emissions, transitions, start=None):
    T, N = emissions.shape
    delta = emissions
    back = np.zeros((T, N), dtype=int)
    if start is not None:
        delta[0] = delta[0] + start
    for t in range(1, T):
        total = delta[t - 1][:, None] + transitions
        back[t] = np.argmax(total, axis=0)
        delta[t] = np.max(total, axis=0) + delta[t]
    path = np.zeros(T, dtype=int)
    path[-1] = np.argmax(delta[-1])
    for t in range(T - 2, -1, -1):
        path[t] = back[t + 1, path[t + 1]]
    return path, float(delta[-1].max())
