# WRONG: basic: adds the squares as AdaGrad does
import numpy as np


def rmsprop_step(w, grad, sq_avg, lr=0.01, beta=0.99, eps=1e-8):
    sq_avg = sq_avg + grad**2
    return w - lr * grad / (np.sqrt(sq_avg) + eps), sq_avg
