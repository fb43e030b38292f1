import math

import numpy as np


def deepfm_forward(ids, bias, linear, embeddings, weights, biases):
    out = []
    for row in ids:
        score = bias + sum(float(linear[i]) for i in row)
        e = [embeddings[i] for i in row]
        for a in range(len(e)):
            for b in range(a + 1, len(e)):
                score += float(e[a] @ e[b])
        h = np.concatenate(e)
        for w, b in zip(weights[:-1], biases[:-1]):
            h = np.maximum(h @ w + b, 0)
        score += float((h @ weights[-1] + biases[-1])[0])
        if score >= 0:
            out.append(1 / (1 + math.exp(-score)))
        else:
            out.append(math.exp(score) / (1 + math.exp(score)))
    return np.array(out)
