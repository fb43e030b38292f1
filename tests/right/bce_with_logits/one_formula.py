import numpy as np


def bce_with_logits(logits, targets, pos_weight=1.0, reduction="mean"):
    z, y = np.asarray(logits, float), np.asarray(targets, float)
    weight = 1 + (np.asarray(pos_weight) - 1) * y
    loss = (1 - y) * z + weight * (np.log1p(np.exp(-abs(z))) + np.clip(-z, 0, None))
    if reduction == "none":
        return loss
    total = loss.sum()
    return total / loss.size if reduction == "mean" else total
