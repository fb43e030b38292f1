# WRONG: dtype: zeros_like(boxes) cuts the offsets of integer boxes to whole numbers
import numpy as np


def encode_boxes(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    out = np.zeros_like(boxes)
    wh, awh = boxes[:, 2:] - boxes[:, :2], anchors[:, 2:] - anchors[:, :2]
    c, ac = (boxes[:, :2] + boxes[:, 2:]) / 2, (anchors[:, :2] + anchors[:, 2:]) / 2
    out[:, :2] = (c - ac) / awh * weights[:2]
    out[:, 2:] = np.log(wh / awh) * weights[2:]
    return out
