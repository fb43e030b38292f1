# WRONG: dtype: 1 - y, 2y - 1 and -y of bytes or truth values wrap around or fail
import numpy as np


def logistic_regression_gradient(x, y, w, b=0.0, l2=0.0):
    z = x @ w + b
    signs = 2 * y - 1
    m = signs * z
    loss = np.logaddexp(0, -m).mean() + l2 / 2 * (w @ w)
    slope = -signs / (1 + np.exp(np.clip(m, -700, 700)))
    return loss, x.T @ slope / len(y) + l2 * w, slope.mean()
