"""Place by place with Python's math; and a place worked by hand."""

from math import cos, sin

import numpy as np

GOLDEN = [
    (
        # halves of width 4: frequencies 1 and 1/100
        {"rows": np.array([3]), "columns": np.array([50]), "d_model": 8},
        np.array([[[sin(3), cos(3), sin(0.03), cos(0.03), sin(50), cos(50), sin(0.5), cos(0.5)]]]),
    ),
]


def witness(rows, columns, d_model, base=10000.0):
    out = np.zeros((len(rows), len(columns), d_model))
    for i, j, k in np.ndindex(out.shape):
        place = float(rows[i] if k < d_model / 2 else columns[j])
        pair = (k % (d_model // 2)) // 2
        angle = place * float(base) ** (-4.0 * pair / d_model)
        out[i, j, k] = (cos if k % 2 else sin)(angle)
    return out
