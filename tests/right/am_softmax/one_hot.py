import numpy as np


def am_softmax(features, weights, labels, scale=30.0, margin=0.35):
    norms = np.outer(np.linalg.norm(features, axis=1), np.linalg.norm(weights, axis=1))
    cosines = (features @ weights.T) / norms
    one_hot = np.eye(len(weights))[labels]
    logits = scale * (cosines - margin * one_hot)
    return np.mean(np.logaddexp.reduce(logits, axis=1) - (logits * one_hot).sum(axis=1))
