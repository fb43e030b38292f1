# WRONG: basic: forgets the root
import numpy as np


def adagrad_step(w, grad, sq_sum, lr=0.01, eps=1e-10):
    sq_sum = sq_sum + np.square(grad, dtype=float)
    return w - lr * grad / (sq_sum + eps), sq_sum
