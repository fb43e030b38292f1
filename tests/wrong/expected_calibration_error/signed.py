# WRONG: basic: the gaps of the bins cancel each other
import numpy as np


def expected_calibration_error(probs, labels, n_bins=15):
    confidence, right = probs.max(axis=1), probs.argmax(axis=1) == labels
    borders = np.linspace(0, 1, n_bins + 1)
    total = 0.0
    for low, high in zip(borders[:-1], borders[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            total += inside.mean() * (right[inside].mean() - confidence[inside].mean())
    return abs(total)
