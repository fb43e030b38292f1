# WRONG: basic: a whole size is added to the centre instead of half
import numpy as np


def decode_boxes(deltas, anchors, weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=np.log(1000 / 16)):
    t = deltas / np.array(weights)
    wh = anchors[:, 2:] - anchors[:, :2]
    c = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * wh
    size = wh * np.exp(np.minimum(t[:, 2:], bbox_xform_clip))
    return np.hstack([c - size, c + size])
