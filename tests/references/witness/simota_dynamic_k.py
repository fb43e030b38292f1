"""The rule in sets, sums in exact fractions; and tables worked by hand."""

import math
from fractions import Fraction

import numpy as np

COST = np.array([[1.0, 2.0, 5.0, 9.0], [8.0, 1.5, 1.2, 3.0]])
GOLDEN = [
    ({"cost": np.array(cost), "ious": np.array(ious)} | rest, want)
    for cost, ious, rest, want in [
        (COST, np.full((2, 4), 0.5), {}, [0, 1, 1, -1]),  # k = 2 and 2: c2 is cheaper for B
        (COST, np.full((2, 4), 0.4), {}, [0, -1, 1, -1]),  # 1.6: k = 1
        (COST, np.full((2, 4), 0.1), {}, [0, -1, 1, -1]),  # 0.4: k = 1 all the same
        (COST, np.full((2, 4), 0.8), {}, [0, 1, 1, 1]),  # 3.2: k = 3
        (COST, np.full((2, 4), 0.8), {"q": 2}, [0, -1, 1, -1]),  # 1.6
        (COST[:1], [[0.75, 0.75, 0.25, 0.25]], {}, [0, 0, -1, -1]),  # exactly 2
    ]
]


def witness(cost, ious, q=10):
    objects, candidates = cost.shape
    bids = {}
    for i in range(objects):
        shares = sorted((Fraction(repr(float(u))) for u in ious[i]), reverse=True)[:q]
        k = max(1, math.floor(sum(shares)))
        for j in sorted(range(candidates), key=lambda j: (float(cost[i, j]), j))[:k]:
            bids.setdefault(j, []).append((float(cost[i, j]), i))
    return np.array([min(bids[j])[1] if j in bids else -1 for j in range(candidates)], dtype=int)
