# WRONG: basic: diag and outer make the Jacobian of a vector only
import numpy as np


def softmax_backward(dout, p, axis=-1):
    jacobian = np.diag(p) - np.outer(p, p)
    return jacobian @ dout
