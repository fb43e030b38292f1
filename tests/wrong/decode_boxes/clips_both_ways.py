# WRONG: edge: very small boxes are clipped, too
import numpy as np


def decode_boxes(deltas, anchors, weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=np.log(1000 / 16)):
    t = deltas / np.array(weights)
    wh = anchors[:, 2:] - anchors[:, :2]
    c = (anchors[:, :2] + anchors[:, 2:]) / 2 + t[:, :2] * wh
    half = wh * np.exp(np.clip(t[:, 2:], -bbox_xform_clip, bbox_xform_clip)) / 2
    return np.hstack([c - half, c + half])
