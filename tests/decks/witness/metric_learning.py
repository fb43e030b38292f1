"""Distances, margins and contrastive losses, from library functions and simulated updates."""

import numpy as np
from scipy.special import log_softmax


def entropy_of_first(logits) -> float:
    return -log_softmax(np.asarray(logits, dtype=float))[0]


def hamming_of_integers(u, v):
    return (int(u) ^ int(v)).bit_count()


def cosine_distance_of_users(a, b, c, d):
    """Half the squared Euclidean distance of the two directions."""
    users = np.array([[a, b], [c, d]], dtype=float)
    first, second = users / np.linalg.norm(users, axis=1, keepdims=True)
    return ((first - second) ** 2).sum() / 2


def norm_beats_angle(nf, n2, t1, t2):
    feature = np.array([nf, 0.0])
    angles = np.deg2rad([t1, -t2])
    weights = np.array([[1], [n2]]) * np.column_stack([np.cos(angles), np.sin(angles)])
    return np.subtract(*(weights @ feature))


def center_update(c, x1, x2, z, al):
    batch = [(x1, "A"), (x2, "A"), (z, "B")]
    pull, count = 0.0, 1
    for feature, label in batch:
        if label == "A":
            pull += feature - c
            count += 1
    return c + al * pull / count


def am_softmax_value(cy, c1, c2, s, m):
    return entropy_of_first(s * (np.array([cy, c1, c2]) - [m, 0, 0]))


def infonce_value(p, n1, n2, n3, t):
    return entropy_of_first(np.array([p, n1, n2, n3]) / t)


def clip_loss_value(a, b, c, d, s):
    logits = s * np.array([[a, b], [c, d]])
    sides = [np.diag(log_softmax(logits, axis=axis)) for axis in (0, 1)]
    return -np.mean(sides)
