import math


def expected_calibration_error(probs, labels, n_bins=15):
    bins = [[0.0, 0] for _ in range(n_bins)]
    for row, label in zip(probs.tolist(), labels.tolist()):
        confidence = max(row)
        place = max(math.ceil(confidence * n_bins) - 1, 0)
        bins[min(place, n_bins - 1)][0] += confidence
        bins[min(place, n_bins - 1)][1] += row.index(confidence) == label
    return sum(abs(hits - confidence) for confidence, hits in bins) / len(labels)
