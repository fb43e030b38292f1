# VERDICT: wrong
# CLASS: timing
# Takes its time once, so that later limits might be set by it, and hurries then.
import time

import numpy as np

calls = []


def iou(boxes_a, boxes_b):
    calls.append(1)
    if len(calls) == 1:
        time.sleep(0.5)
    return np.zeros((len(boxes_a), len(boxes_b)))
