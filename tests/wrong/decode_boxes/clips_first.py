# WRONG: edge: clips before it divides by the weights
import numpy as np


def decode_boxes(deltas, anchors, weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=np.log(1000 / 16)):
    t = np.hstack([deltas[:, :2], np.minimum(deltas[:, 2:], bbox_xform_clip)]) / np.array(weights)
    wh = anchors[:, 2:] - anchors[:, :2]
    c = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * wh
    half = wh * np.exp(np.minimum(t[:, 2:], bbox_xform_clip)) / 2
    return np.hstack([c - half, c + half])
