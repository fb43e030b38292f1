# WRONG: basic: sums rectangles between the sampled recalls, as the notes say for COCO
import numpy as np


def average_precision(is_tp, scores, num_gt, points=None):
    if num_gt == 0:
        return np.nan
    tp = np.cumsum(is_tp[np.argsort(-scores, kind="stable")])
    recall, precision = tp / num_gt, tp / np.arange(1, len(tp) + 1)

    def envelope(r):
        return precision[recall >= r].max(initial=0.0)

    if points is None:
        return sum(envelope(k / num_gt) for k in range(1, num_gt + 1)) / num_gt
    grid = np.linspace(0, 1, points)
    return sum(envelope(r) * (grid[1] - grid[0]) for r in grid[1:])
