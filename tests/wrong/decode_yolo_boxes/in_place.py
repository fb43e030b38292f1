# WRONG: aliasing: reshape gives a view, so the sigmoid is written into the caller's array
import numpy as np


def decode_yolo_boxes(raw, anchors, stride):
    a, (h, w) = len(anchors), raw.shape[1:]
    raw = raw if raw.dtype == np.float64 else raw.astype(np.float64)
    t = raw.reshape(a, len(raw) // a, h, w).transpose(0, 2, 3, 1)
    for part in (t[..., :2], t[..., 4:]):
        part[...] = 0.5 + 0.5 * np.tanh(part / 2)
    x, y = np.meshgrid(np.arange(w), np.arange(h))
    centres = (np.stack([x, y], axis=-1) + t[..., :2]) * stride
    half = anchors[:, None, None] * np.exp(t[..., 2:4]) / 2
    return np.concatenate([centres - half, centres + half], axis=-1), t[..., 4:5] * t[..., 5:]
