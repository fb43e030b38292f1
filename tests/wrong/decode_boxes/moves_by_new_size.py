# WRONG: basic: the centre moves by the new size instead of the anchor's
import numpy as np


def decode_boxes(deltas, anchors, weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=np.log(1000 / 16)):
    t = deltas / np.array(weights)
    size = (anchors[:, 2:] - anchors[:, :2]) * np.exp(np.minimum(t[:, 2:], bbox_xform_clip))
    c = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * size
    return np.hstack([c - size / 2, c + size / 2])
