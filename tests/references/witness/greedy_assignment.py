"""The definition word by word: search, strike out, search again; examples worked by hand."""

import numpy as np

GOLDEN = [
    ({"cost": np.array([[1, 2], [1, 100]])}, ([0, 1], [0, 1])),  # total 101; the least is 3
    ({"cost": np.array([[1, 2], [1, 100]]), "max_cost": 50}, ([0], [0])),
    ({"cost": np.array([[5, 4, 9], [3, 4, 2]])}, ([1, 0], [2, 1])),
    ({"cost": np.array([[7.0, 7.0], [7.0, 7.0]])}, ([0, 1], [0, 1])),
    ({"cost": np.array([[7.0, 6.0], [6.0, 7.0]]), "max_cost": 6.0}, ([0, 1], [1, 0])),
]


def witness(cost, max_cost=None):
    left = {(i, j): float(c) for i, row in enumerate(cost) for j, c in enumerate(row)}
    made = []
    while left:
        cheapest = min(left.values())
        if max_cost is not None and cheapest > max_cost:
            break
        pair = min(place for place, c in left.items() if c == cheapest)
        made.append(pair)
        left = {p: c for p, c in left.items() if p[0] != pair[0] and p[1] != pair[1]}
    pairs = np.array(made, dtype=int).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]
