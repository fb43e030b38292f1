# WRONG: basic: returns centre and size
import numpy as np


def sigmoid(x):
    return np.where(x >= 0, 1 / (1 + np.exp(-np.abs(x))), np.exp(-np.abs(x)) / (1 + np.exp(-np.abs(x))))


def decode_yolo_boxes(raw, anchors, stride):
    a, (h, w) = len(anchors), raw.shape[1:]
    t = raw.reshape(a, len(raw) // a, h, w).transpose(0, 2, 3, 1)
    x, y = np.meshgrid(np.arange(w), np.arange(h))
    centres = (np.stack([x, y], axis=-1) + sigmoid(t[..., :2])) * stride
    half = anchors[:, None, None] * np.exp(t[..., 2:4]) / 2
    scores = sigmoid(t[..., 4:5]) * sigmoid(t[..., 5:])
    return np.concatenate([centres, 2 * half], axis=-1), scores
