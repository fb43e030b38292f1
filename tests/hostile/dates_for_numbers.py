# VERDICT: wrong
# CLASS: comparison
# Returns not-a-time values, which compare like NaN and are no floats.
import numpy as np


def iou(boxes_a, boxes_b):
    return np.full((len(boxes_a), len(boxes_b)), "NaT", dtype="datetime64[ns]")
