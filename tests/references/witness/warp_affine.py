"""SciPy: scipy.ndimage.affine_transform, which takes the map back, row before column."""

import numpy as np
from scipy.ndimage import affine_transform

GOLDEN = [
    (
        # a quarter turn about 1, 1: the first row becomes the last column
        {"img": np.arange(9.0).reshape(3, 3), "out_shape": (3, 3)}
        | {"matrix": np.array([[0.0, -1.0, 2.0], [1.0, 0.0, 0.0]])},
        [[6.0, 3.0, 0.0], [7.0, 4.0, 1.0], [8.0, 5.0, 2.0]],
    ),
    (
        {"img": np.array([[4.0]]), "matrix": np.array([[1.0, 0.0, 0.25], [0.0, 1.0, 0.5]])}
        | {"out_shape": (2, 2)},
        [[1.5, 0.5], [1.5, 0.5]],
    ),
]


def witness(img, matrix, out_shape):
    swapped = np.eye(3)
    swapped[:2] = np.asarray(matrix, dtype=np.float64)[::-1][:, [1, 0, 2]]
    back = np.linalg.inv(swapped)
    planes = img[..., None] if img.ndim == 2 else img
    found = [
        affine_transform(
            plane.astype(np.float64),
            back[:2, :2],
            back[:2, 2],
            output_shape=tuple(out_shape),
            order=1,
            mode="grid-constant",
        )
        for plane in np.moveaxis(planes, -1, 0)
    ]
    whole = np.stack(found, axis=-1)
    return whole[..., 0] if img.ndim == 2 else whole
