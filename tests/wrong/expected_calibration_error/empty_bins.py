# WRONG: basic: the mean of an empty bin is NaN
import numpy as np


def expected_calibration_error(probs, labels, n_bins=15):
    confidence, right = probs.max(axis=1), probs.argmax(axis=1) == labels
    borders = np.linspace(0, 1, n_bins + 1)
    total = 0.0
    for low, high in zip(borders[:-1], borders[1:]):
        inside = (confidence > low) & (confidence <= high)
        total += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    return total
