"""The definition in exact fractions, recall by recall; the notes' and the papers' examples."""

from fractions import Fraction

import numpy as np

HITS = {"is_tp": np.array([True, False, True]), "scores": np.array([0.9, 0.8, 0.7])}
ONE = {"is_tp": np.array([True]), "scores": np.array([0.5])}
GOLDEN = [
    # the notes' example of COCO's 101 points: 34 recalls at 1, 33 at 2/3
    (HITS | {"num_gt": 3, "points": 101}, (34 + 33 * 2 / 3) / 101),
    (HITS | {"num_gt": 3}, 5 / 9),
    # a single hit among 100 objects: VOC 2007 gives 1/11, VOC 2010 gives 1/100
    (ONE | {"num_gt": 100, "points": 11}, 1 / 11),
    (ONE | {"num_gt": 100}, 1 / 100),
    (ONE | {"num_gt": 0}, np.nan),
]


def witness(is_tp, scores, num_gt, points=None):
    if num_gt == 0:
        return np.nan
    ranked = sorted(range(len(scores)), key=lambda i: (-float(scores[i]), i))
    curve, tp = [], 0
    for k, i in enumerate(ranked, 1):
        tp += int(is_tp[i])
        curve.append((Fraction(tp, num_gt), Fraction(tp, k)))
    best_of = {}  # the best precision at each recall; a handful of them are different
    for recall, precision in curve:
        best_of[recall] = max(best_of.get(recall, Fraction(0)), precision)

    def envelope(r):
        return max((p for recall, p in best_of.items() if recall >= r), default=Fraction(0))

    if points is None:  # every recall is a multiple of 1/num_gt, and the envelope steps there
        at = [Fraction(k, num_gt) for k in range(1, num_gt + 1)]
    else:
        at = [Fraction(k, points - 1) for k in range(points)]
    return float(sum(map(envelope, at)) / len(at))
