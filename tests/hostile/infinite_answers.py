# VERDICT: wrong
# CLASS: comparison
# Returns the largest floats and infinities, so that a difference overflows or is NaN.
import numpy as np


def iou(boxes_a, boxes_b):
    answer = np.full((len(boxes_a), len(boxes_b)), np.finfo(float).max)
    answer.flat[::2] = -np.inf
    return answer
