# VERDICT: wrong
# CLASS: exhaustion
# Returns 160 MB where eight bytes are asked for.
import numpy as np


def iou(boxes_a, boxes_b):
    return np.zeros(20_000_000)
