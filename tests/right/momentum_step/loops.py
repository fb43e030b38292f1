import numpy as np


def momentum_step(w, grad, velocity, lr=0.01, momentum=0.9):
    new_w, new_v = np.zeros(w.size), np.zeros(w.size)
    for i, (p, g, v) in enumerate(zip(w.ravel(), grad.ravel(), velocity.ravel())):
        new_v[i] = momentum * v + g
        new_w[i] = p - lr * new_v[i]
    return new_w.reshape(w.shape), new_v.reshape(w.shape)
