import numpy as np


def sgd_step(w, grad, lr=0.01, weight_decay=0.0):
    new = np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        slope = grad[place] + weight_decay * w[place]
        new[place] = w[place] - lr * slope
    return new
