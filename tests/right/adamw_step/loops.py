import math

import numpy as np


def adamw_step(w, grad, m, v, t, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8,
               weight_decay=0.01):
    c1, c2 = 1 - beta1**t, 1 - beta2**t
    new_w, new_m, new_v = (np.zeros(w.shape) for _ in range(3))
    for i in np.ndindex(w.shape):
        new_m[i] = a = beta1 * m[i] + (1 - beta1) * grad[i]
        new_v[i] = b = beta2 * v[i] + (1 - beta2) * grad[i] * grad[i]
        p = w[i] - lr * weight_decay * w[i]
        new_w[i] = p - lr * (a / c1) / (math.sqrt(b / c2) + eps)
    return new_w, new_m, new_v
