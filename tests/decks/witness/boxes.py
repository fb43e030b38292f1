"""Boxes drawn on pixel grids and counted; smooth L1 from SciPy."""

import math

import numpy as np
from scipy import special


def drawn(x: float, y: float, w: float, h: float) -> np.ndarray:
    """Return a mask of 100 x 100 unit cells with the box filled in."""
    mask = np.zeros((100, 100), dtype=bool)
    mask[round(y) : round(y + h), round(x) : round(x + w)] = True
    return mask


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    return (a & b).sum() / (a | b).sum()


def enclosing(a: np.ndarray, b: np.ndarray) -> tuple[int, int]:
    """Return width and height of the smallest box around everything filled."""
    rows, columns = np.nonzero(a | b)
    return int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1


def generalised(a: np.ndarray, b: np.ndarray) -> float:
    w, h = enclosing(a, b)
    return overlap(a, b) - 1 + (a | b).sum() / (w * h)


def iou_two_boxes(ax, ay, aw, ah, bx, by, bw, bh):
    return overlap(drawn(ax, ay, aw, ah), drawn(bx, by, bw, bh))


def iou_plus_one(w, h, d):
    with_end = overlap(drawn(0, 0, w + 1, h + 1), drawn(d, 0, w + 1, h + 1))
    return with_end - overlap(drawn(0, 0, w, h), drawn(d, 0, w, h))


def smooth_l1_value(a, b, c, d, beta):
    return special.huber(beta, np.array([a, b, c, d])).sum() / beta


def iou_loss_same_l1(w, d):
    true, wide, narrow = (drawn(10 + m, 0, w - 2 * m, 1) for m in (0, -d, d))
    return overlap(true, wide) - overlap(true, narrow)


def giou_disjoint(w1, w2, h, g):
    return generalised(drawn(0, 0, w1, h), drawn(w1 + g, 0, w2, h))


def giou_nested(w, h, W, H):  # noqa: N803
    return generalised(drawn(W - w, H - h, w, h), drawn(0, 0, W, H))


def diou_value(w, h, dx, dy):
    a, b = drawn(0, 0, w, h), drawn(dx, dy, w, h)
    between = np.mean(np.nonzero(a), axis=1) - np.mean(np.nonzero(b), axis=1)
    return overlap(a, b) - between @ between / math.hypot(*enclosing(a, b)) ** 2


def ciou_aspect_term(s, h, r):
    # Twice the size, so that the common centre falls on the grid. The angle between the two
    # diagonals is the difference of the arctangents.
    iou = overlap(drawn(50 - s, 50 - s, 2 * s, 2 * s), drawn(50 - r * h, 50 - h, 2 * r * h, 2 * h))
    v = (2 / math.pi * np.angle(complex(1, 1) / complex(r, 1))) ** 2
    return iou - v / (1 + (1 - iou) / v)
