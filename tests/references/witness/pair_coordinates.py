"""SciPy: maximum_bipartite_matching for the number of pairs, linear_sum_assignment for the rest."""

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching
from scipy.spatial.distance import cdist

# the example of the deck: to drop far pairs afterwards leaves one pair, yet two are possible
GOLDEN = [
    (
        {
            "set_a": np.array([[0.0, 0.0], [1.0, 0.0]]),
            "set_b": np.array([[1.0, 0.0], [1.7, 0.7]]),
            "radius": 1.0,
        },
        ([[0, 0], [1, 1]], np.zeros(0, int), np.zeros(0, int)),
    ),
]


def agrees(answer, set_a, set_b, radius):
    pairs, left_a, left_b = answer
    assert sorted([*pairs[:, 0], *left_a]) == list(range(len(set_a)))
    assert sorted([*pairs[:, 1], *left_b]) == list(range(len(set_b)))
    for rising in (pairs[:, 0], left_a, left_b):
        assert np.all(np.diff(rising) > 0)
    if not len(set_a) or not len(set_b):
        return
    distance = cdist(set_a.astype(float), set_b.astype(float))
    near = distance <= radius
    assert near[tuple(pairs.T)].all()
    most = np.count_nonzero(maximum_bipartite_matching(csr_matrix(near.astype(int))) >= 0)
    assert len(pairs) == most
    # of so many pairs the least sum: a far pair costs more than the sum of any near ones
    rows, columns = linear_sum_assignment(np.where(near, distance, 1e3 * (radius + 1)))
    kept = near[rows, columns]
    least = distance[rows, columns][kept].sum()
    np.testing.assert_allclose(distance[tuple(pairs.T)].sum(), least, rtol=1e-9, atol=1e-9)
