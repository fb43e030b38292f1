import numpy as np


def clip_loss(image_features, text_features, temperature=0.07):
    i = image_features / np.sqrt((image_features ** 2).sum(axis=-1, keepdims=True))
    t = text_features / np.sqrt((text_features ** 2).sum(axis=-1, keepdims=True))
    logits = np.einsum("nd,md->nm", i, t) / temperature
    norms = np.logaddexp.reduce(logits, axis=0) + np.logaddexp.reduce(logits, axis=1)
    return (norms.sum() - 2 * np.trace(logits)) / (2 * len(logits))
