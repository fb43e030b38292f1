import math

import numpy as np


def sigmoid(v):
    if v >= 0:
        return 1 / (1 + math.exp(-v))
    e = math.exp(v)
    return e / (1 + e)


def decode_yolo_boxes(raw, anchors, stride):
    A = len(anchors)
    D, H, W = raw.shape
    D //= A
    boxes, scores = np.zeros((A, H, W, 4)), np.zeros((A, H, W, D - 5))
    for a in range(A):
        for i in range(H):
            for j in range(W):
                t = raw[a * D : (a + 1) * D, i, j].tolist()
                cx, cy = (j + sigmoid(t[0])) * stride, (i + sigmoid(t[1])) * stride
                w, h = anchors[a][0] * math.exp(t[2]), anchors[a][1] * math.exp(t[3])
                boxes[a, i, j] = cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2
                scores[a, i, j] = [sigmoid(t[4]) * sigmoid(v) for v in t[5:]]
    return boxes, scores
