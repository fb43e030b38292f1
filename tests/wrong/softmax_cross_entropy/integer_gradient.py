# WRONG: dtype: the gradient takes the type of integer logits and loses its fractions
import numpy as np


def softmax_cross_entropy(logits, labels):
    n = len(labels)
    grad = np.zeros_like(logits)
    loss = 0.0
    for i in range(n):
        z = logits[i] - logits[i].max()
        total = np.exp(z).sum()
        loss += np.log(total) - z[labels[i]]
        grad[i] = np.exp(z) / total
        grad[i, labels[i]] -= 1
    return loss / n, grad / n
