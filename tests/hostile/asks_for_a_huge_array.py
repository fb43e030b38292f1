# VERDICT: memory
import numpy as np


def iou(boxes_a, boxes_b):
    return np.ones((1 << 20, 1 << 20))
