# WRONG: basic: the 2 stands before the root instead of under it
import numpy as np


def ucb1(rewards, plays):
    n = np.asarray(plays, dtype=float)
    safe = np.maximum(n, 1)
    bounds = rewards / safe + 2 * np.sqrt(np.log(max(n.sum(), 1)) / safe)
    bounds[n == 0] = np.inf
    return int(np.argmax(bounds)), bounds
