import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    dx = np.zeros(x.shape)
    dgamma, dbeta = np.zeros(x.shape[1]), np.zeros(x.shape[1])
    for c in range(x.shape[1]):
        v = x[:, c].astype(float)
        g = dy[:, c].astype(float)
        v = v - v.mean()
        inv = (np.mean(v * v) + eps) ** -0.5
        x_hat = v * inv
        dbeta[c] = np.sum(g)
        dgamma[c] = np.sum(g * x_hat)
        dx[:, c] = gamma[c] * inv * (g - np.mean(g) - x_hat * np.mean(g * x_hat))
    return dx, dgamma, dbeta
