# WRONG: basic: sizes are counted with +1
import numpy as np


def encode_boxes(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    wh, awh = boxes[:, 2:] - boxes[:, :2] + 1.0, anchors[:, 2:] - anchors[:, :2] + 1.0
    c, ac = boxes[:, :2] + 0.5 * wh, anchors[:, :2] + 0.5 * awh
    return np.concatenate([(c - ac) / awh, np.log(wh / awh)], axis=1) * np.array(weights)
