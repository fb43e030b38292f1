import numpy as np


def momentum_step(w, grad, velocity, lr=0.01, momentum=0.9):
    w, grad, velocity = np.float64(w), np.float64(grad), np.float64(velocity)
    decayed = np.multiply(momentum, velocity)
    decayed += grad
    return w - np.multiply(lr, decayed), decayed
