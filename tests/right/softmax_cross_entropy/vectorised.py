import numpy as np


def softmax_cross_entropy(logits, labels):
    n = logits.shape[0]
    z = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(z)
    total = e.sum(axis=1)
    loss = np.sum(np.log(total) - z[np.arange(n), labels]) / n
    p = e / total[:, None]
    one_hot = np.zeros(p.shape)
    one_hot[np.arange(n), labels] = 1
    return loss, (p - one_hot) / n
