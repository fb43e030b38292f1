# WRONG: basic: zeroing the padding's scores before the unit's last bias leaves b2 as its weight
import numpy as np


def din_attention_pool(target, history, lengths, w1, b1, w2, b2):
    real = np.arange(history.shape[1])[None, :] < lengths[:, None]
    t = np.broadcast_to(target[:, None, :], history.shape)
    z = np.concatenate([history, t, history - t, history * t], axis=-1)
    h = np.maximum(z @ w1 + b1, 0) * real[:, :, None]
    a = h @ w2 + b2
    return (a[:, :, None] * history).sum(axis=1)
