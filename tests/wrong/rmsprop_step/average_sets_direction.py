# WRONG: basic: steps along the average of the squares (the wording of the notes)
import numpy as np


def rmsprop_step(w, grad, sq_avg, lr=0.01, beta=0.99, eps=1e-8):
    sq_avg = beta * sq_avg + (1 - beta) * grad**2
    return w - lr * np.sqrt(sq_avg), sq_avg
