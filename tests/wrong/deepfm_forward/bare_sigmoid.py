# WRONG: stability: np.exp(y) overflows to inf / inf for a large score
import numpy as np


def deepfm_forward(ids, bias, linear, embeddings, weights, biases):
    e = embeddings[ids]
    fm = 0.5 * (e.sum(1) ** 2 - (e ** 2).sum(1)).sum(1)
    h = e.reshape(len(ids), e.shape[1] * e.shape[2])
    for w, b in zip(weights[:-1], biases[:-1]):
        h = np.maximum(h @ w + b, 0)
    y = bias + linear[ids].sum(1) + fm + (h @ weights[-1] + biases[-1])[:, 0]
    return np.exp(y) / (1 + np.exp(y))
