# VERDICT: timeout
# CLASS: timing
# Answers rightly, once just after the deadline.
import time

import numpy as np

calls = []


def iou(boxes_a, boxes_b):
    calls.append(1)
    a, b = boxes_a[:, None].astype(float), boxes_b[None].astype(float)
    sides = np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])
    overlap = sides.clip(0).prod(axis=-1)
    areas = [(x[..., 2:] - x[..., :2]).prod(axis=-1) for x in (a, b)]
    union = areas[0] + areas[1] - overlap
    if len(calls) == 20:
        time.sleep(3.5)
    return np.divide(overlap, union, out=np.zeros_like(overlap), where=union > 0)
