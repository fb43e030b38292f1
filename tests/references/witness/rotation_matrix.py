"""SciPy: scipy.spatial.transform.Rotation about the third axis; and scikit-image's transforms."""

import numpy as np
from scipy.spatial.transform import Rotation
from skimage.transform import EuclideanTransform

TOLERANCE = 1e-8
GOLDEN = [
    ({"theta": np.pi / 2}, [[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]),
    # (1, 2) half round (3, 3) is (5, 4)
    ({"theta": np.pi, "center": (3, 3)}, [[-1.0, 0.0, 6.0], [0.0, -1.0, 6.0], [0.0, 0.0, 1.0]]),
    # the notes' check: the point at 0.3 turned by 0.5 is the point at 0.8
    (
        {"theta": np.array([0.5]), "center": (np.cos(0.3), np.sin(0.3))},
        [
            [
                [np.cos(0.5), -np.sin(0.5), np.cos(0.3) - np.cos(0.8)],
                [np.sin(0.5), np.cos(0.5), np.sin(0.3) - np.sin(0.8)],
                [0.0, 0.0, 1.0],
            ]
        ],
    ),
]


def witness(theta, center=(0.0, 0.0)):
    angles = np.asarray(theta, dtype=np.float64)
    center = np.asarray(center, dtype=np.float64)
    turns = Rotation.from_euler("z", angles.ravel()[:, None]).as_matrix().reshape(-1, 3, 3)
    turns[:, :2, 2] = center - turns[:, :2, :2] @ center
    return turns.reshape(*angles.shape, 3, 3)


def agrees(answer, theta, center=(0.0, 0.0)):
    if np.ndim(theta) == 0:
        there = EuclideanTransform(translation=-np.asarray(center, dtype=np.float64))
        back = EuclideanTransform(translation=np.asarray(center, dtype=np.float64))
        whole = there + EuclideanTransform(rotation=float(theta)) + back
        np.testing.assert_allclose(answer, whole.params, atol=1e-8)
