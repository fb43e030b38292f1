"""The numbers of the detection deck, from arrays, pooled maps, shapes and solved equations."""

from fractions import Fraction
from math import ceil, floor, prod

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy.ndimage import map_coordinates
from scipy.optimize import fsolve
from scipy.special import huber, rel_entr


def shorter_side_resize(w, h, s, m):
    width = Fraction(w * s, h)
    return round(min(width, m))


def rpn_heads(d, k):
    scores = [(2 * k, d, 1, 1), (2 * k,)]
    offsets = [(4 * k, d, 1, 1), (4 * k,)]
    return sum(prod(shape) for shape in scores + offsets)


def anchor_size(a, r):
    """The width that makes the area of a box of this ratio right."""
    return np.roots([r, 0, -a * a]).max()


def anchor_count(w, h, s, k):
    centres = np.meshgrid(np.arange(s / 2, w, s), np.arange(s / 2, h, s), np.arange(k))
    return centres[0].size


def bbox_encode(a1, a2, g1, g2):
    anchor, target = np.array([a1, a2]), np.array([g1, g2])
    return (target.mean() - anchor.mean()) / np.ptp(anchor)


def bbox_decode(xa, wa, tx, tw):
    """The box whose encoding is what the head predicts."""

    def encoded(edges):
        return (edges.mean() - xa) / wa - tx, np.log((edges[1] - edges[0]) / wa) - tw

    return fsolve(encoded, [xa - wa / 2, xa + wa / 2], xtol=1e-13)[0]


def rpn_loss_value(p, q, d, e):
    labels, objectness = np.array([1, 0]), np.array([p, q])
    errors = np.array([[d, 0, 0, 0], [0, e, 0, 0]])
    entropy = rel_entr(labels, objectness) + rel_entr(1 - labels, 1 - objectness)
    return (entropy + labels * huber(1, errors).sum(axis=1)).mean()


def spp_length(n1, n2, c, h, w):
    channel = np.arange(h * w).reshape(h, w)
    pooled = [
        channel[floor(i * h / n) : ceil((i + 1) * h / n), floor(j * w / n) : ceil((j + 1) * w / n)]
        .max()
        .repeat(c)
        for n in (n1, n2, 1)
        for i in range(n)
        for j in range(n)
    ]
    return np.concatenate(pooled).size


def adaptive_pooling(a, n):
    return len(sliding_window_view(np.arange(a), ceil(a / n))[:: a // n])


def roi_quantization(x, s):
    borders = np.arange(0, 2 * x, s)
    return np.abs(borders - x).min()


def roi_align_bilinear(u, v, a, b, c, d):
    cells = np.array([[a, b], [c, d]], dtype=float)
    return map_coordinates(cells, [[v], [u]], order=1)[0]


def rcnn_head_outputs(n):
    classes = ["background", *range(n)]
    offsets = np.zeros((n, 4))
    return len(classes) + offsets.size


def mask_head_size(m, k, r):
    return np.broadcast_to(0.0, (r, k, m, m)).size


def mask_loss_value(a, b, c, d, e):
    outputs = np.array([[[a, b], [c, d]], [[e, e], [e, e]]])
    target, cat = np.array([[1, 1], [0, 0]]), outputs[0]
    return (rel_entr(target, cat) + rel_entr(1 - target, 1 - cat)).mean()


def panoptic_quality(g, p, t, q):
    """Each matched segment is one truth and one prediction: a Dice score weighted by IoU."""
    return 2 * np.full(t, q).sum() / (g + p)


def fpn_map_size(level, w, h):
    cells = np.broadcast_to(0, (h, w))
    for _ in range(level):
        cells = cells[::2, ::2]
    return cells.size


def fpn_level(w, h):
    """Compare areas with those of 112, 224 and 448 pixels, where a level begins."""
    return 2 + sum(w * h >= side * side for side in (112, 224, 448))


def multi_head_channels(a, k):
    shared, own = np.zeros((a, 4 + 1 + k)), np.zeros((k, a, 4 + 1))
    return own.size - shared.size


def ssd_default_boxes(b, c):
    maps = zip([38, 19, 10, 5, 3, 1], [b, c, c, c, b, b], strict=True)
    return sum(np.ones((side, side, boxes)).size for side, boxes in maps)


def total_stride(s, p, q, w):
    row = np.arange(w)
    for step in [s] + [2] * p + [2] * q:
        row = row[::step]
    return row.size
