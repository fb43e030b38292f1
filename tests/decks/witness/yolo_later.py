"""Anchors and assignments of the later YOLOs by building them and counting."""

import math
from fractions import Fraction

import numpy as np
from scipy import ndimage, special

ANCHORS = ((30, 61), (62, 45), (59, 119))


def cells(n: float, stride: int) -> int:
    return len(range(0, round(n), stride)) ** 2


def yolo_spp_shape(n, c):
    channel = np.zeros((n, n))
    pooled = [ndimage.maximum_filter(channel, k) for k in (1, 5, 9, 13)]
    return sum(one.size for one in pooled) * c


def yolov5_positive_count(w, h):
    # A cell is positive if the centre lies in it on both axes, or in it on one axis and less
    # than half a cell outside on the other.
    outside = [np.array([max(i - g, g - i - 1, 0) for i in range(20)]) for g in (10.3, 7.8)]
    x, y = outside[0][:, None], outside[1]
    chosen = ((x == 0) & (y < 0.5)) | ((y == 0) & (x < 0.5))
    fits = [max(abs(math.log(w / p)), abs(math.log(h / q))) < math.log(4) for p, q in ANCHORS]
    return chosen.sum() * sum(fits)


def yolox_prediction_count(n):
    return sum(cells(n, stride) for stride in (8, 16, 32))


def simota_cost_value(p, u):
    return np.logaddexp(0, -special.logit(p)) - math.log(u**3)


def simota_dynamic_k_value(a, b, c, d, f, g):
    ious = sorted([*(Fraction(round(i), 100) for i in (a, b, c, d, f, g)), *[Fraction(0)] * 9])
    return max(1, int(sum(ious[-10:])))


def simota_positive_count(a1, a2, a3, a4, b1, b2, b3, b4):
    cost = np.array([[3.0, 4.0, 5.0, 9.5], [9.5, 6.0, 2.5, 3.5]])
    ious = np.round([[a1, a2, a3, a4], [b1, b2, b3, b4]]).astype(int)
    wanted = np.maximum(ious.sum(axis=1) // 100, 1)
    chosen = cost.argsort(axis=1).argsort(axis=1) < wanted[:, None]
    return np.unique(np.nonzero(chosen)[1]).size
