# WRONG: basic: divides by the sum before this gradient
import numpy as np


def adagrad_step(w, grad, sq_sum, lr=0.01, eps=1e-10):
    new_w = w - lr * grad / (np.sqrt(sq_sum) + eps)
    return new_w, sq_sum + grad**2
