import numpy as np


def fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    w_bn = np.diag(gamma / np.sqrt(eps + running_var))
    w_new = w_bn @ w.reshape(w.shape[0], -1)
    b_bn = beta - w_bn @ running_mean
    b_new = b_bn if b is None else w_bn @ b + b_bn
    return w_new.reshape(w.shape), b_new
