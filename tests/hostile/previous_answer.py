# VERDICT: wrong
import numpy as np

last = np.zeros((1, 1))


def iou(boxes_a, boxes_b):
    return last
