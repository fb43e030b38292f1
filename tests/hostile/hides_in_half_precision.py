# VERDICT: wrong
# CLASS: comparison
# Returns numbers that are 1 % off in half precision, for which tolerances are wide.
import numpy as np


def iou(boxes_a, boxes_b):
    a, b = boxes_a[:, None].astype(float), boxes_b[None].astype(float)
    sides = np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2])
    overlap = sides.clip(0).prod(axis=-1)
    areas = [(x[..., 2:] - x[..., :2]).prod(axis=-1) for x in (a, b)]
    union = areas[0] + areas[1] - overlap
    right = np.divide(overlap, union, out=np.zeros_like(overlap), where=union > 0)
    return (right * 1.009).astype(np.float16)
