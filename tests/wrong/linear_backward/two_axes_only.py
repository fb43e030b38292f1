# WRONG: shape: .T turns all axes round and the bias sums over the first one
import numpy as np


def linear_backward(dout, x, w):
    return dout @ w.T, x.T @ dout, dout.sum(axis=0)
