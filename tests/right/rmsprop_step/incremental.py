import numpy as np


def rmsprop_step(w, grad, sq_avg, lr=0.01, beta=0.99, eps=1e-8):
    average = sq_avg + (1 - beta) * (grad * grad - sq_avg)
    return w - lr * (grad / (average**0.5 + eps)), average
