import numpy as np


def adam_step(w, grad, m, v, t, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    # the correction is gathered in the rate, and eps is scaled to match
    m = m + (1 - beta1) * (grad - m)
    v = v + (1 - beta2) * (grad * grad - v)
    root = (1 - beta2**t) ** 0.5
    rate = lr * root / (1 - beta1**t)
    return w - rate * m / (v**0.5 + eps * root), m, v
