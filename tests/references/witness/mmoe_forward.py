"""SciPy's softmax, and the definition sample by sample, task by task; a case worked by hand."""

import numpy as np
from scipy.special import softmax

GOLDEN = [
    (
        {
            "x": np.array([[1.0, 0.0]]),
            "expert_weights": np.array([[[2.0], [0.0]], [[-1.0], [5.0]]]),
            "expert_biases": np.array([[1.0], [0.0]]),  # experts: relu(3), relu(-1)
            "gate_weights": np.array([[[np.log(3), 0.0], [7.0, 7.0]]]),  # shares 3/4, 1/4
            "tower_weights": np.array([[2.0]]),
            "tower_biases": np.array([0.5]),
        },
        [[5.0]],
    )
]


def witness(x, expert_weights, expert_biases, gate_weights, tower_weights, tower_biases):
    given = (expert_weights, expert_biases, gate_weights, tower_weights, tower_biases)
    weights, biases, gates, towers, offsets = (np.asarray(each, np.float64) for each in given)
    scores = np.zeros((len(x), len(gates)))
    for n, row in enumerate(np.asarray(x, np.float64)):
        outputs = [(row @ w + b).clip(min=0) for w, b in zip(weights, biases, strict=True)]
        for k, gate in enumerate(gates):
            shares = softmax(row @ gate)
            mixed = sum(share * output for share, output in zip(shares, outputs, strict=True))
            scores[n, k] = np.dot(mixed, towers[k]) + offsets[k]
    return scores
