# WRONG: dtype: zeros_like(anchors) cuts the boxes of integer anchors to whole numbers
import numpy as np


def decode_boxes(deltas, anchors, weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=np.log(1000 / 16)):
    t = deltas / np.array(weights)
    out = np.zeros_like(anchors)
    wh = anchors[:, 2:] - anchors[:, :2]
    c = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * wh
    half = wh * np.exp(np.minimum(t[:, 2:], bbox_xform_clip)) / 2
    out[:, :2] = c - half
    out[:, 2:] = c + half
    return out
