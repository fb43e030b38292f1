"""scikit-learn's hinge_loss, one rival at a time; one-sided differences for the slopes."""

import numpy as np
import sklearn.metrics

TOLERANCE = 1e-7
STEP = 2.0**-20
GOLDEN = [
    # the example of CS231n's notes on linear classification: scores 13, -7, 11, margin 10
    (
        {"scores": np.array([[13.0, -7.0, 11.0]]), "labels": np.array([0]), "margin": 10.0},
        (8.0, [[-1.0, 0.0, 1.0]]),
    ),
]


def against(row, own, rival, margin):
    """The binary hinge loss of one pair of classes, whose margin is 1."""
    lead = (row[own] - row[rival] - margin) + 1
    return sklearn.metrics.hinge_loss([1, -1], [lead, -9]) * 2


def losses(scores, labels, margin):
    lead = np.take_along_axis(scores, labels[:, None], axis=1) - scores - margin
    return np.clip(-lead, 0, None).sum(axis=1) - max(margin, 0)


def witness(scores, labels, margin=1.0):
    s = np.asarray(scores, dtype=np.float64)
    labels = np.asarray(labels, dtype=np.int64)
    base = losses(s, labels, margin)
    for row, label, loss in list(zip(s, labels, base, strict=True))[:2]:
        rivals = [j for j in range(len(row)) if j != label]
        pairs = sum(against(row, label, j, margin) for j in rivals[:50])
        np.testing.assert_allclose(loss, pairs, rtol=1e-9, atol=1e-9)
    slopes = np.zeros_like(s)
    for j in range(s.shape[1]):
        # at a kink a wrong class has no cost from below, the true class none from above
        step = np.where(labels == j, STEP, -STEP)
        moved = s.copy()
        moved[:, j] += step
        slopes[:, j] = (losses(moved, labels, margin) - base) / step
    return base.mean(), slopes / len(s)
