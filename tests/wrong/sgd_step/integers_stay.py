# WRONG: dtype: an output of the dtype of w cuts off what follows the point
import numpy as np


def sgd_step(w, grad, lr=0.01, weight_decay=0.0):
    out = np.empty_like(w)
    out[...] = w - lr * (grad + weight_decay * w)
    return out
