# WRONG: aliasing: clips the caller's deltas
import numpy as np


def decode_boxes(deltas, anchors, weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=np.log(1000 / 16)):
    wh = anchors[:, 2:] - anchors[:, :2]
    c = (anchors[:, :2] + anchors[:, 2:]) / 2 + deltas[:, :2] / np.array(weights[:2]) * wh
    np.minimum(deltas[:, 2:], bbox_xform_clip * np.array(weights[2:]), out=deltas[:, 2:])
    half = wh * np.exp(deltas[:, 2:] / np.array(weights[2:])) / 2
    return np.hstack([c - half, c + half])
