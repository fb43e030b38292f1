import math

import numpy as np


def adagrad_step(w, grad, sq_sum, lr=0.01, eps=1e-10):
    new_w, total = np.array(w, dtype=float), np.array(sq_sum, dtype=float)
    for i in np.ndindex(w.shape):
        total[i] += float(grad[i]) ** 2
        new_w[i] -= lr * grad[i] / (math.sqrt(total[i]) + eps)
    return new_w, total
