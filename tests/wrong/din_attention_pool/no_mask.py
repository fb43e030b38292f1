# WRONG: basic: the padding takes part
import numpy as np


def din_attention_pool(target, history, lengths, w1, b1, w2, b2):
    t = np.broadcast_to(target[:, None, :], history.shape)
    z = np.concatenate([history, t, history - t, history * t], axis=-1)
    a = np.maximum(z @ w1 + b1, 0) @ w2 + b2
    return np.einsum('nl,nld->nd', a, history)
