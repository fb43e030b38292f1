# WRONG: basic: the offset is taken between the upper left corners
import numpy as np


def encode_boxes(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    wh, awh = boxes[:, 2:] - boxes[:, :2], anchors[:, 2:] - anchors[:, :2]
    t = np.concatenate([(boxes[:, :2] - anchors[:, :2]) / awh, np.log(wh / awh)], axis=1)
    return t * np.array(weights)
