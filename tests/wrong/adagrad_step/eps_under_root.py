# WRONG: edge: eps is under the root (the other formula of the notes)
import numpy as np


def adagrad_step(w, grad, sq_sum, lr=0.01, eps=1e-10):
    sq_sum = sq_sum + np.square(grad, dtype=float)
    return w - lr * grad / np.sqrt(sq_sum + eps), sq_sum
