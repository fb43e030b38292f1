# VERDICT: wrong
# CLASS: comparison
# Returns arrays without elements whose other axes are enormous.
import numpy as np


def iou(boxes_a, boxes_b):
    return np.zeros((1 << 29, 0, 1 << 29), dtype=np.int8)
