"""Boxes drawn on pixel grids, suppression and average precision by running the algorithms."""

import math

import numpy as np
from scipy import stats


def drawn(x: float, y: float, w: float, h: float) -> np.ndarray:
    """Return a mask of 100 x 100 unit cells with the box filled in."""
    mask = np.zeros((100, 100), dtype=bool)
    mask[round(y) : round(y + h), round(x) : round(x + w)] = True
    return mask


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    return (a & b).sum() / (a | b).sum()


def suppress(iou: np.ndarray, threshold: float) -> list[int]:
    """Greedy NMS on boxes sorted by falling score."""
    left, kept = list(range(len(iou))), []
    while left:
        kept.append(left.pop(0))
        left = [i for i in left if iou[kept[-1], i] <= threshold]
    return kept


def ranked(*runs: tuple[bool, int]) -> np.ndarray:
    return np.repeat([hit for hit, _ in runs], [round(n) for _, n in runs])


def best_precision(hits: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the number of hits so far and the envelope of the precision."""
    found = hits.cumsum()
    precision = found / np.arange(1, len(hits) + 1)
    return found, np.maximum.accumulate(precision[::-1])[::-1]


def sampled_ap(hits: np.ndarray, n: float, steps: int) -> float:
    found, envelope = best_precision(hits)
    reached = (envelope[found * steps >= k * n].max(initial=0) for k in range(steps + 1))
    return sum(reached) / (steps + 1)


def nms_kept_boxes(w, d1, d2, t):
    boxes = [drawn(x, 0, w, 1) for x in (0, d1, d1 + d2)]
    return len(suppress(np.array([[overlap(a, b) for b in boxes] for a in boxes]), t))


def nms_multiclass_count(g, a, b):
    group = np.repeat(np.arange(g), a + b)
    label = np.tile(ranked((True, a), (False, b)), round(g))
    same = group[:, None] == group
    agnostic = suppress(same * 1.0, 0.5)
    per_class = suppress((same & (label[:, None] == label)) * 1.0, 0.5)
    return len(per_class) - len(agnostic)


def soft_nms_gaussian(s, u, sigma):
    bell = stats.norm.pdf([u, 0], scale=math.sqrt(sigma / 2))
    return s * bell[0] / bell[1]


def detection_matching_count(a1, b1, a2, b2, a3, b3):
    free, hits = {0, 1}, 0
    for row in ((a1, b1), (a2, b2), (a3, b3)):
        best = max(free, key=lambda g: row[g], default=None)
        if best is not None and row[best] >= 0.5:
            free.remove(best)
            hits += 1
    return hits


def ap_all_points(n, f):
    hits = ranked((True, 1), (False, f), (True, 2), (False, 1))
    return best_precision(hits)[1][hits].sum() / n


def ap_11_points(n, f):
    return sampled_ap(ranked((True, 1), (False, f), (True, 1)), n, 10)


def coco_ap_101_points(n, f):
    return sampled_ap(ranked((True, 1), (False, f), (True, 1)), n, 100)


def coco_ap_mean(a, d):
    return np.mean([a - d * (t - 50) / 5 for t in range(50, 100, 5)])


def map_value(a1, a2, a3):
    return np.nanmean([a1, a2, a3, math.nan])


def average_recall_value(a, b, c):
    thresholds = np.arange(50, 100, 5) / 100
    return np.mean(np.array([a, b, c, 0])[:, None] >= thresholds)


def pr_point_at_threshold(b, c, d, f, n, t):
    scores = np.array([9, 8, 7, 6, 5, 4])
    hits = np.array([1, b, c, d, f, 0]) == 1
    accepted = scores >= t
    # F1 is the Dice overlap of what is accepted and what should be.
    return 2 * (accepted & hits).sum() / (accepted.sum() + n)


def interpolated_precision(n, f, g, r):
    hits = ranked((True, 1), (False, f), (True, 1), (False, g), (True, 1))
    found, envelope = best_precision(hits)
    return envelope[found * 100 >= r * n].max(initial=0)
