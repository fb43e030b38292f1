# WRONG: basic: the weights go through a softmax, which loses the intensity of interest
import numpy as np


def din_attention_pool(target, history, lengths, w1, b1, w2, b2):
    t = np.repeat(target[:, None, :], history.shape[1], axis=1)
    z = np.concatenate([history, t, history - t, history * t], axis=2)
    a = np.maximum(z @ w1 + b1, 0) @ w2 + b2
    a = np.where(np.arange(history.shape[1])[None] < lengths[:, None], a, -1e9)
    a = np.exp(a - a.max(axis=1, keepdims=True))
    a /= a.sum(axis=1, keepdims=True)
    return (a[:, :, None] * history).sum(axis=1)
