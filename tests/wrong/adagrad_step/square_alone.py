# WRONG: basic: G is taken as the square of this gradient alone (the wording of the notes)
import numpy as np


def adagrad_step(w, grad, sq_sum, lr=0.01, eps=1e-10):
    g2 = grad**2
    return w - lr * grad / (np.sqrt(g2) + eps), g2
