import numpy as np


def center_loss(features, labels, centers, alpha=0.5):
    member = np.eye(len(centers))[labels]
    diff = centers[labels] - features
    counts = member.sum(axis=0)[:, None]
    return np.sum(diff * diff) / 2, centers - alpha * (member.T @ diff) / (1 + counts)
