# WRONG: aliasing: writes into the velocity that it was given
import numpy as np


def momentum_step(w, grad, velocity, lr=0.01, momentum=0.9):
    velocity = np.asarray(velocity, dtype=float)
    velocity *= momentum
    velocity += grad
    return w - lr * velocity, velocity
