# WRONG: aliasing: turns corners into sizes inside the caller's arrays
import numpy as np


def encode_boxes(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    for x in (boxes, anchors):
        x[:, 2:] -= x[:, :2]
    c, ac = boxes[:, :2] + boxes[:, 2:] / 2, anchors[:, :2] + anchors[:, 2:] / 2
    t = [(c - ac) / anchors[:, 2:], np.log(boxes[:, 2:] / anchors[:, 2:])]
    return np.concatenate(t, axis=1) * np.array(weights)
