# WRONG: stability: exp comes first, and what is over the limit is taken off after it: inf - inf
import numpy as np


def decode_boxes(deltas, anchors, weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=np.log(1000 / 16)):
    t = deltas / np.array(weights)
    wh = anchors[:, 2:] - anchors[:, :2]
    c = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * wh
    grown = np.exp(t[:, 2:])
    limit = np.exp(bbox_xform_clip)
    half = wh * (grown - np.where(grown > limit, grown - limit, 0)) / 2
    return np.hstack([c - half, c + half])
