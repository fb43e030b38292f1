"""The definition, turn by turn with sorted tuples; a case worked by hand."""

import numpy as np

NEAR = [[1.0, 0.8, 0.0, 0.4], [0.8, 1.0, 0.2, 0.4], [0.0, 0.2, 1.0, 0.4], [0.4, 0.4, 0.4, 1.0]]
GIVEN = {"scores": np.array([1.0, 0.9, 0.3, 0.6]), "similarity": np.array(NEAR), "k": 3}
GOLDEN = [
    # after 0: 0.05, 0.15, 0.1; after 0 and 2: 0.05, 0.1
    (GIVEN, [0, 2, 3]),
    (GIVEN | {"lam": 0.9}, [0, 1, 3]),  # after 0: 0.73, 0.27, 0.5
]


def witness(scores, similarity, k, lam=0.5):
    score, near = scores.astype(np.float64).tolist(), similarity.astype(np.float64).tolist()
    order, left = [], set(range(len(score)))
    while left and len(order) < k:
        ranked = sorted(
            (
                -score[i]
                if not order
                else (1 - lam) * max(near[i][j] for j in order) - lam * score[i],
                i,
            )
            for i in left
        )
        order.append(ranked[0][1])
        left.remove(order[-1])
    return np.array(order, dtype=np.int64)
