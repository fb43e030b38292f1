# WRONG: aliasing: the sum grows in place
import numpy as np


def adagrad_step(w, grad, sq_sum, lr=0.01, eps=1e-10):
    sq_sum = np.asarray(sq_sum, dtype=float)
    sq_sum += grad**2
    return w - lr * grad / (np.sqrt(sq_sum) + eps), sq_sum
