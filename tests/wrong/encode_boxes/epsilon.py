# WRONG: stability: an epsilon against division by 0 outweighs small boxes
import numpy as np


def encode_boxes(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    eps = 1e-10
    wh, awh = boxes[:, 2:] - boxes[:, :2], anchors[:, 2:] - anchors[:, :2] + eps
    c, ac = (boxes[:, :2] + boxes[:, 2:]) / 2, (anchors[:, :2] + anchors[:, 2:]) / 2
    return np.concatenate([(c - ac) / awh, np.log(wh / awh + eps)], axis=1) * np.array(weights)
