# WRONG: aliasing: asarray of a float64 array copies nothing, and -= writes into the weights
import numpy as np


def sgd_step(w, grad, lr=0.01, weight_decay=0.0):
    w = np.asarray(w, dtype=np.float64)
    w -= lr * (grad + weight_decay * w)
    return w
