import numpy as np


def stochastic_round(x, rng, step=1.0):
    # what is left over the multiple below is p steps
    rest = np.mod(np.asarray(x, dtype=np.float64), step)
    up = rng.random(x.shape) * step < rest
    return np.where(up, x - rest + step, x - rest)
