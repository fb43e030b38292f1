# VERDICT: forbidden
# CLASS: timing
# Sets the machine's clock, and stops Python's own.
import time

import numpy as np

now = time.time()
time.perf_counter = time.monotonic = time.process_time = lambda: 0.0


def iou(boxes_a, boxes_b):
    time.clock_settime(time.CLOCK_REALTIME, now)
    return np.zeros((len(boxes_a), len(boxes_b)))
