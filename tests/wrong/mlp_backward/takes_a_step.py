# WRONG: aliasing: takes the step of gradient descent in the argument itself
import numpy as np


def mlp_backward(x, y, w1, b1, w2, b2):
    n = len(x)
    z = x @ w1 + b1
    h = np.maximum(0, z)
    scores = h @ w2 + b2
    scores = scores - scores.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(scores).sum(axis=1))
    loss = (log_sum - scores[np.arange(n), y]).mean()
    p = np.exp(scores - log_sum[:, None])
    onehot = np.zeros_like(p)
    onehot[np.arange(n), y] = 1
    d_scores = (p - onehot) / n
    dw2 = h.T @ d_scores
    db2 = d_scores.sum(axis=0)
    dh = d_scores @ w2.T
    dz = dh * (z > 0)
    dw1 = x.T @ dz
    db1 = dz.sum(axis=0)
    w1 -= 0.01 * dw1
    return loss, dw1, db1, dw2, db2
