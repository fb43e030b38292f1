"""scikit-learn: the hidden layer of an MLPRegressor over the input and the state side by side."""

import numpy as np
from sklearn.neural_network import MLPRegressor


def witness(x, h, w_x, w_h, b=None):
    both = np.hstack([np.asarray(x, float), np.asarray(h, float)])
    if not len(both):
        return np.zeros(np.shape(h))
    hidden = np.shape(h)[1]
    net = MLPRegressor(activation="tanh")
    net.coefs_ = [np.vstack([w_x, w_h]).astype(float), np.eye(hidden)]
    net.intercepts_ = [np.zeros(hidden) if b is None else np.asarray(b, float), np.zeros(hidden)]
    net.n_layers_, net.out_activation_ = 3, "tanh"
    net.n_outputs_ = hidden
    layers = [both, *[None] * (net.n_layers_ - 1)]
    return net._forward_pass(layers)[1]
