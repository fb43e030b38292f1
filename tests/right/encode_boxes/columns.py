import numpy as np


def cxcywh(boxes):
    x1, y1, x2, y2 = boxes.T
    return 0.5 * (x1 + x2), 0.5 * (y1 + y2), x2 - x1, y2 - y1


def encode_boxes(boxes, anchors, weights=(1.0, 1.0, 1.0, 1.0)):
    x, y, w, h = cxcywh(boxes)
    ax, ay, aw, ah = cxcywh(anchors)
    wx, wy, ww, wh = weights
    dx = wx * (x - ax) / aw
    dy = wy * (y - ay) / ah
    dw = ww * (np.log(w) - np.log(aw))
    dh = wh * (np.log(h) - np.log(ah))
    return np.stack((dx, dy, dw, dh), axis=1)
