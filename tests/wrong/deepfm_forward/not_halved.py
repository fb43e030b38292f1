# WRONG: basic: each pair of fields counts twice
import numpy as np


def deepfm_forward(ids, bias, linear, embeddings, weights, biases):
    e = embeddings[ids]
    fm = (e.sum(1) ** 2 - (e ** 2).sum(1)).sum(1)
    h = e.reshape(len(ids), e.shape[1] * e.shape[2])
    for i, (w, b) in enumerate(zip(weights, biases)):
        h = h @ w + b
        if i + 1 < len(weights):
            h = np.maximum(h, 0)
    y = bias + linear[ids].sum(1) + fm + h[:, 0]
    return 1 / (1 + np.exp(-y))
