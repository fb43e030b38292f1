"""SciPy: scipy.ndimage.zoom of order 1 in grid mode, the edges repeated, channel by channel."""

import numpy as np
from scipy.ndimage import zoom

GOLDEN = [
    (
        # PyTorch: interpolate([[[1, 2], [3, 4]]], scale_factor=2, mode="bilinear"), documented
        {"pos_embed": np.array([[1.0], [2.0], [3.0], [4.0]]), "grid": (2, 2)}
        | {"new_grid": (4, 4), "extra_tokens": 0},
        np.array(
            [
                *[[1.0], [1.25], [1.75], [2.0], [1.5], [1.75], [2.25], [2.5]],
                *[[2.5], [2.75], [3.25], [3.5], [3.0], [3.25], [3.75], [4.0]],
            ]
        ),
    ),
]


def witness(pos_embed, grid, new_grid, extra_tokens=1):
    table = np.asarray(pos_embed, dtype=np.float64)
    out = [table[:extra_tokens]]
    factors = [new / old for new, old in zip(new_grid, grid, strict=True)]
    planes = [
        zoom(column.reshape(grid), factors, order=1, mode="nearest", grid_mode=True).ravel()
        for column in table[extra_tokens:].T
    ]
    return np.concatenate([*out, np.array(planes).T])
