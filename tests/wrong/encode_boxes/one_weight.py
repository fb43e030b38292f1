# WRONG: basic: one weight for the centre and one for the size, the other two are not looked at
import numpy as np


def encode_boxes(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    wh, awh = boxes[:, 2:] - boxes[:, :2], anchors[:, 2:] - anchors[:, :2]
    c, ac = (boxes[:, :2] + boxes[:, 2:]) / 2, (anchors[:, :2] + anchors[:, 2:]) / 2
    move, scale = weights[0] * (c - ac) / awh, weights[2] * np.log(wh / awh)
    return np.concatenate([move, scale], axis=1)
