# WRONG: stability: e^x / (1 + e^x) is inf / inf for large x
import numpy as np


def sigmoid(x):
    e = np.exp(x)
    return e / (1 + e)
