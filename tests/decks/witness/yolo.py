"""Grids, anchors and assignments of YOLO by building them and counting."""

import math

import numpy as np
from scipy.spatial import distance

ANCHORS = ((30, 61), (62, 45), (59, 119))


def shape_distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the Jaccard distance of two boxes drawn from the same corner."""
    masks = np.zeros((2, 140, 140), dtype=bool)
    for mask, (w, h) in zip(masks, (a, b), strict=True):
        mask[: round(h), : round(w)] = True
    return distance.jaccard(masks[0].ravel(), masks[1].ravel())


def cells(n: float, stride: int) -> int:
    return len(range(0, round(n), stride)) ** 2


def yolov1_output_size(S, B, C):  # noqa: N803
    grid = [np.zeros((S, S, B * 5)), np.zeros((S, S, C))]
    return np.concatenate(grid, axis=2).size


def yolov1_cell_target(x):
    edges = np.linspace(0, 448, 8)
    cell = np.searchsorted(edges, x, side="right") - 1
    return np.interp(x, edges[cell : cell + 2], [0, 1])


def yolov1_square_root(d, a, b):
    # sqrt(q) - sqrt(p) = (q - p) / (sqrt(q) + sqrt(p)), and q - p is the same for both boxes.
    return ((math.sqrt(b + d) + math.sqrt(b)) / (math.sqrt(a + d) + math.sqrt(a))) ** 2


def yolov2_output_size(n, C):  # noqa: N803
    return sum(4 + 1 + C for _ in range(cells(n, 32)) for _ in range(5))


def shape_iou_distance(w, h, wc, hc):
    return shape_distance((w, h), (wc, hc))


def yolo_decode_box(s, cx, p, tx, tw):
    centre = np.interp((1 + math.tanh(tx / 2)) / 2, [0, 1], [cx * s, (cx + 1) * s])
    return centre - math.exp(math.log(p / 2) + tw)


def passthrough_channels(n, c, s, d):
    fine = np.zeros((n, n, c), dtype=np.uint8)
    parts = [fine[i::s, j::s] for i in range(s) for j in range(s)]
    return np.concatenate([*parts, np.zeros((n // s, n // s, d), np.uint8)], axis=2).shape[2]


def wordtree_probability(o, a, d, t):
    return math.exp(np.log([o, a, d, t]).sum())


def darknet_53_layer_count(a, b, c, d, f):
    layers = ["stem"]
    for blocks in (a, b, c, d, f):
        layers += ["down", *["squeeze", "expand"] * blocks]
    return len(layers)


def yolov3_box_count(n):
    return sum(cells(n, stride) for stride in (8, 16, 32) for _ in range(3))


def yolo_head_channels(A, K):  # noqa: N803
    return sum(len(["x", "y", "w", "h", "object", *range(K)]) for _ in range(A))


def yolo_best_anchor(w, h):
    return 1 + np.argmin([shape_distance((w, h), anchor) for anchor in ANCHORS])
