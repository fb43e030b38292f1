# WRONG: edge: no eps, so 0 / 0 (the formula of the notes)
import numpy as np


def rmsprop_step(w, grad, sq_avg, lr=0.01, beta=0.99, eps=1e-8):
    sq_avg = beta * sq_avg + (1 - beta) * grad**2
    return w - lr * grad / np.sqrt(sq_avg), sq_avg
