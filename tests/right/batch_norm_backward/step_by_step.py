import numpy as np


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    C = x.shape[1]
    X = np.moveaxis(x, 1, 0).reshape(C, -1).T
    D = np.moveaxis(dy, 1, 0).reshape(C, -1).T
    m = len(X)

    # forward, node by node
    mu = X.sum(axis=0) / m
    xc = X - mu
    sq = xc ** 2
    var = sq.sum(axis=0) / m
    std = np.sqrt(var + eps)
    inv = 1.0 / std
    x_hat = xc * inv

    # and back
    dbeta = D.sum(axis=0)
    dgamma = (D * x_hat).sum(axis=0)
    dx_hat = D * gamma
    dinv = (dx_hat * xc).sum(axis=0)
    dxc = dx_hat * inv
    dstd = -dinv / std ** 2
    dvar = 0.5 * dstd / std
    dsq = np.ones_like(xc) * dvar / m
    dxc = dxc + 2 * xc * dsq
    dmu = -dxc.sum(axis=0)
    dX = dxc + dmu / m

    moved = (C, x.shape[0]) + x.shape[2:]
    return np.moveaxis(dX.T.reshape(moved), 0, 1), dgamma, dbeta
