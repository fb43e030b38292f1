import numpy as np


def expected_calibration_error(probs, labels, n_bins=15):
    predicted = np.argmax(probs, axis=1)
    confidence = probs[np.arange(len(probs)), predicted]
    borders = np.linspace(0, 1, n_bins + 1)
    inside = (confidence > borders[:-1, None]) & (confidence <= borders[1:, None])
    members = inside.sum(axis=1)
    accuracy = inside @ (predicted == labels).astype(float) / np.maximum(members, 1)
    mean = inside @ confidence / np.maximum(members, 1)
    return np.sum(members / len(labels) * np.abs(accuracy - mean))
