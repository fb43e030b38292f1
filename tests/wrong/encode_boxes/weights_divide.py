# WRONG: basic: the weights are taken for standard deviations
import numpy as np


def encode_boxes(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    wh, awh = boxes[:, 2:] - boxes[:, :2], anchors[:, 2:] - anchors[:, :2]
    c, ac = (boxes[:, :2] + boxes[:, 2:]) / 2, (anchors[:, :2] + anchors[:, 2:]) / 2
    return np.concatenate([(c - ac) / awh, np.log(wh / awh)], axis=1) / np.array(weights)
