# VERDICT: wrong
# CLASS: comparison
# Returns NaN, for which no difference is ever greater than a tolerance.
import numpy as np


def iou(boxes_a, boxes_b):
    return np.full((len(boxes_a), len(boxes_b)), np.nan)
