import numpy as np


def decode_boxes(deltas, anchors, weights=(1.0, 1.0, 1.0, 1.0), bbox_xform_clip=4.135166556742356):
    widths = anchors[:, 2] - anchors[:, 0]
    heights = anchors[:, 3] - anchors[:, 1]
    ctr_x = anchors[:, 0] + 0.5 * widths
    ctr_y = anchors[:, 1] + 0.5 * heights
    wx, wy, ww, wh = weights
    dw = np.clip(deltas[:, 2] / ww, None, bbox_xform_clip)
    dh = np.clip(deltas[:, 3] / wh, None, bbox_xform_clip)
    ctr_x = ctr_x + deltas[:, 0] / wx * widths
    ctr_y = ctr_y + deltas[:, 1] / wy * heights
    half_w, half_h = 0.5 * np.exp(dw) * widths, 0.5 * np.exp(dh) * heights
    return np.column_stack([ctr_x - half_w, ctr_y - half_h, ctr_x + half_w, ctr_y + half_h])
