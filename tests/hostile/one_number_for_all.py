# VERDICT: wrong
# CLASS: comparison
# Returns one number in a shape that would broadcast against any answer.
import numpy as np


def iou(boxes_a, boxes_b):
    return np.zeros((1, 1) if len(boxes_a) > 1 else ())
