# WRONG: basic: adds the gradient, which climbs
import numpy as np


def sgd_step(w, grad, lr=0.01, weight_decay=0.0):
    return np.asarray(w) + lr * (np.asarray(grad) + weight_decay * w)
