import numpy as np


def adagrad_step(w, grad, sq_sum, lr=0.01, eps=1e-10):
    total = np.add(sq_sum, np.square(grad, dtype=float))
    rates = lr / (total**0.5 + eps)
    return w - rates * grad, total
