import math

import numpy as np


def adam_step(w, grad, m, v, t, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    news = []
    for p, g, a, b in zip(w.ravel().tolist(), grad.ravel().tolist(), m.ravel().tolist(), v.ravel().tolist()):
        a = beta1 * a + (1 - beta1) * g
        b = beta2 * b + (1 - beta2) * g * g
        a_hat, b_hat = a / (1 - beta1**t), b / (1 - beta2**t)
        news.append((p - lr * a_hat / (math.sqrt(b_hat) + eps), a, b))
    new = np.array(news).reshape(-1, 3)
    return tuple(new[:, i].reshape(w.shape) for i in range(3))
