# VERDICT: wrong
# CLASS: exhaustion
# Opens pipes until there are no descriptors left, and answers with none to spare.
import os

import numpy as np


def iou(boxes_a, boxes_b):
    try:
        while True:
            os.pipe()
    except OSError:
        return np.zeros((len(boxes_a), len(boxes_b)))
