# WRONG: stability: tanh near -1 plus 1 leaves nothing of a tiny answer
import numpy as np


def sigmoid(x):
    return 0.5 * (np.tanh(0.5 * x) + 1)
