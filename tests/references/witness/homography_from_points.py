"""scikit-image: skimage.transform.ProjectiveTransform; and a map whose points are known."""

import numpy as np
from skimage.transform import ProjectiveTransform

TOLERANCE = 1e-6
SQUARE = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]])
GOLDEN = [
    # (2, 2, 1) goes to (4, 4, 2): the far side of a square shrinks to half
    (
        {"src": SQUARE, "dst": np.array([[1.0, 1.0], [3.0, 1.0], [2.0, 2.0], [1.0, 2.0]])},
        [[1.0, 0.5, 1.0], [0.0, 1.5, 1.0], [0.0, 0.5, 1.0]],
    ),
    ({"src": SQUARE, "dst": SQUARE @ [[0, 1], [-1, 0]]}, [[0.0, -1.0, 0.0], [1, 0, 0], [0, 0, 1]]),
]


def witness(src, dst):
    src, dst = src.astype(np.float64), dst.astype(np.float64)
    found = ProjectiveTransform.from_estimate(src, dst)
    return found.params / found.params[2, 2]


def agrees(answer, src, dst):
    src, dst = src.astype(np.float64), dst.astype(np.float64)
    lifted = np.hstack([src, np.ones((len(src), 1))]) @ answer.T
    width = np.ptp(dst)
    np.testing.assert_allclose(lifted[:, :2] / lifted[:, 2:], dst, rtol=1e-9, atol=1e-9 * width)
    assert answer[2, 2] == 1
