# WRONG: stability: 1 - sigmoid(-x) leaves nothing of a tiny share
import numpy as np


def swish(x, beta=1.0):
    return x * (1 - 1 / (1 + np.exp(beta * x)))
