import numpy as np


def nesterov_step(w, grad, velocity, lr=0.01, momentum=0.9):
    new_w, new_v = np.zeros(w.shape), np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        new_v[i] = momentum * velocity[i] + grad[i]
        new_w[i] = w[i] - lr * grad[i] - lr * momentum * new_v[i]
    return new_w, new_v
