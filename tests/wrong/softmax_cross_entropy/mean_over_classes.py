# WRONG: basic: np.mean over the one-hot table divides by the number of classes, too
import numpy as np


def softmax_cross_entropy(logits, labels):
    n, c = logits.shape
    one_hot = np.eye(c)[labels]
    z = logits - logits.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -np.mean(np.where(one_hot == 1, logp, 0))
    return loss, (np.exp(logp) - one_hot) / (n * c)
