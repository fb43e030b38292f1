# WRONG: edge: int(confidence * n_bins) puts a border into the bin above it
import numpy as np


def expected_calibration_error(probs, labels, n_bins=15):
    confidence, right = probs.max(axis=1).astype(float), probs.argmax(axis=1) == labels
    place = np.minimum((confidence * n_bins).astype(int), n_bins - 1)
    total = 0.0
    for m in np.unique(place):
        inside = place == m
        total += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    return total
