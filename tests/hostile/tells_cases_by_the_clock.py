# VERDICT: wrong
# CLASS: timing
# Tells the cases apart by the time between them, and answers by that.
import time

import numpy as np

seen = [time.perf_counter()]


def iou(boxes_a, boxes_b):
    seen.append(time.perf_counter())
    between = seen[-1] - seen[-2]
    return np.full((len(boxes_a), len(boxes_b)), between > 0.001, dtype=float)
