import numpy as np


def din_attention_pool(target, history, lengths, w1, b1, w2, b2):
    out = np.zeros(target.shape)
    for n in range(len(target)):
        t = target[n]
        for i in range(int(lengths[n])):
            e = history[n, i]
            z = np.concatenate([e, t, e - t, e * t])
            a = np.maximum(z @ w1 + b1, 0) @ w2 + b2
            out[n] += a * e
    return out
