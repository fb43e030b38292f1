# WRONG: basic: relu stands behind the last layer, too, so the deep part never says no
import numpy as np


def deepfm_forward(ids, bias, linear, embeddings, weights, biases):
    e = embeddings[ids]
    fm = 0.5 * (e.sum(1) ** 2 - (e ** 2).sum(1)).sum(1)
    h = e.reshape(len(ids), e.shape[1] * e.shape[2])
    for w, b in zip(weights, biases):
        h = np.maximum(h @ w + b, 0)
    y = bias + linear[ids].sum(1) + fm + h[:, 0]
    return 1 / (1 + np.exp(-y))
