"""Brute force over all paths where they are few; else SciPy's shortest path in the trellis."""

from itertools import pairwise, product

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

GOLDEN = [
    # Healthy 0, Fever 1; normal, cold, dizzy: probability 0.01512 (Wikipedia, "Viterbi algorithm").
    (
        {
            "emissions": np.log([[0.5, 0.1], [0.4, 0.3], [0.1, 0.6]]),
            "transitions": np.log([[0.7, 0.3], [0.4, 0.6]]),
            "start": np.log([0.6, 0.4]),
        },
        (np.array([0, 0, 1]), np.log(0.01512)),
    ),
]


def score(path, emissions, transitions, start):
    found = float(start[path[0]]) + sum(float(emissions[t][y]) for t, y in enumerate(path))
    return found + sum(float(transitions[i][j]) for i, j in pairwise(path))


def best_by_graph(emissions, transitions, start):
    """Nodes are (step, state) from 1 on; all weights are shifted to lie above 0."""
    steps, states = emissions.shape
    top = 1 + sum(
        max(0.0, float(np.max(a[np.isfinite(a)]))) for a in (emissions, transitions, start)
    )
    count = 2 + steps * states
    rows, columns, weights = [], [], []
    for t, i, j in product(range(steps), range(states), range(states)):
        gain = emissions[t, j] + (transitions[i, j] if t else start[j])
        if (t or i == 0) and np.isfinite(gain):
            rows.append(1 + (t - 1) * states + i if t else 0)
            columns.append(1 + t * states + j)
            weights.append(top - gain)
    for j in range(states):
        rows.append(1 + (steps - 1) * states + j)
        columns.append(count - 1)
        weights.append(1.0)
    graph = csr_array((weights, (rows, columns)), shape=(count, count))
    return steps * top + 1.0 - shortest_path(graph, indices=0)[count - 1]


def agrees(answer, emissions, transitions, start=None):
    emissions, transitions = np.asarray(emissions, float), np.asarray(transitions, float)
    steps, states = emissions.shape
    start = np.zeros(states) if start is None else np.asarray(start, float)
    given = emissions, transitions, start
    if states**steps <= 300:
        best = max(score(path, *given) for path in product(range(states), repeat=steps))
    else:
        best = best_by_graph(*given)
    np.testing.assert_allclose(answer[1], best, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(score(answer[0].tolist(), *given), best, rtol=1e-9, atol=1e-9)
