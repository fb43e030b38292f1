# WRONG: edge: 0 / 0 for an arm that was never played
import numpy as np


def ucb1(rewards, plays):
    with np.errstate(all='ignore'):
        bounds = rewards / plays + np.sqrt(2 * np.log(plays.sum()) / plays)
    return int(np.nanargmax(bounds)) if not np.isnan(bounds).all() else 0, bounds
