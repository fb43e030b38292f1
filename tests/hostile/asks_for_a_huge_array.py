# VERDICT: memory
# CLASS: exhaustion
# Asks for terabytes at once.
import numpy as np


def iou(boxes_a, boxes_b):
    return np.ones((1 << 20, 1 << 20))
