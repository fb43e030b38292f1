import numpy as np


def ucb1(rewards, plays):
    bounds = np.full(plays.shape, np.inf)
    seen = np.flatnonzero(plays)
    if seen.size:
        n = plays[seen].astype(float)
        bounds[seen] = rewards[seen] / n + np.sqrt(2.0) * np.sqrt(np.log(n.sum()) / n)
    return bounds.argmax(), bounds
