import numpy as np


def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * x))


def decode_yolo_boxes(raw, anchors, stride):
    a = len(anchors)
    h, w = raw.shape[1:]
    p = raw.reshape(a, raw.shape[0] // a, h, w).astype(np.float64)
    bx = (sigmoid(p[:, 0]) + np.arange(w)) * stride
    by = (sigmoid(p[:, 1]) + np.arange(h)[:, None]) * stride
    bw = np.exp(p[:, 2]) * anchors[:, 0][:, None, None]
    bh = np.exp(p[:, 3]) * anchors[:, 1][:, None, None]
    boxes = np.stack([bx - bw / 2, by - bh / 2, bx + bw / 2, by + bh / 2], axis=-1)
    scores = sigmoid(p[:, 4:5]) * sigmoid(p[:, 5:])
    return boxes, scores.transpose(0, 2, 3, 1)
