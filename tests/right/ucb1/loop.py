import math

import numpy as np


def ucb1(rewards, plays):
    t = int(plays.sum())
    bounds = np.full(len(plays), np.inf)
    for i in range(len(plays)):
        n = int(plays[i])
        if n:
            bounds[i] = float(rewards[i]) / n + math.sqrt(2 * math.log(t) / n)
    return int(np.argmax(bounds)), bounds
