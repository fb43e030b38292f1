import numpy as np


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="none"):
    """As torchvision does it: bce with logits times the factors."""
    z, y = logits.astype(float), targets.astype(float)
    p = np.where(z >= 0, 1, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    ce = np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))
    p_t = p * y + (1 - p) * (1 - y)
    loss = ce * (1 - p_t) ** gamma
    if alpha is not None:
        loss *= alpha * y + (1 - alpha) * (1 - y)
    if reduction == "mean":
        return loss.mean()
    return loss.sum() if reduction == "sum" else loss
