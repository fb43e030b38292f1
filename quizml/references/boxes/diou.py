"""Distance IoU: overlap, less how far apart the centres are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.boxes._draw import around, pair_families, pairs
from quizml.references.boxes.giou import giou
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def diou(boxes_a: ArrayLike, boxes_b: ArrayLike) -> Floats:
    r"""IoU less the squared distance of the centres, as a share: $\mathrm{IoU} - \rho^2 / c^2$.

    Every box in (N, 4) with every box in (M, 4): (N, M), in (-1, 1]. rho is the Euclidean distance
    of the two centres, c the diagonal of the smallest box that holds both. Corners x1 <= x2,
    y1 <= y2 in continuous coordinates. The IoU of an empty union is 0, and where c is 0 (twice
    the same point) nothing is subtracted.
    Source: Zheng et al. 2020, arXiv:1911.08287.

    >>> diou([[0, 0, 4, 4]], [[0, 0, 2, 2], [0, 0, 4, 4], [6, 0, 10, 4]]).round(4).tolist()
    [[0.1875, 1.0, -0.3103]]
    """
    a = np.asarray(boxes_a, dtype=np.float64)[:, None, :]
    b = np.asarray(boxes_b, dtype=np.float64)[None, :, :]
    centres = (a[..., :2] + a[..., 2:]) / 2 - (b[..., :2] + b[..., 2:]) / 2
    enclosing = np.maximum(a[..., 2:], b[..., 2:]) - np.minimum(a[..., :2], b[..., :2])
    distance = (centres**2).sum(axis=-1)
    diagonal = (enclosing**2).sum(axis=-1)
    away = np.divide(distance, diagonal, out=np.zeros_like(distance), where=diagonal > 0)
    return np.asarray(iou(boxes_a, boxes_b) - away)


def _same_centre(rng: Generator, size: int) -> Arguments:
    """The penalty is 0: DIoU is IoU."""
    a = around(rng, size)
    half = rng.integers(1, 20, (size, 2)) / 4
    middle = (a[:, :2] + a[:, 2:]) / 2
    return pairs(a, np.hstack([middle - half, middle + half]))


def _points(rng: Generator, size: int) -> Arguments:
    a = around(rng, size + 1)
    a[:, 2:] = a[:, :2]
    return pairs(a, np.vstack([a[:1], a[:1] + np.array([0.0, 0.0, 3.0, 0.0]), around(rng, size)]))


def _squares(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> tuple[Floats, Floats]:
    """Distance of the centres and diagonal, squared; the diagonal 1 where there is none."""
    a, b = (x.astype(np.float64) for x in (boxes_a[:, None], boxes_b[None]))
    centres = (a[..., :2] + a[..., 2:] - b[..., :2] - b[..., 2:]) / 2
    enclosing = np.maximum(a[..., 2:], b[..., 2:]) - np.minimum(a[..., :2], b[..., :2])
    diagonal = (enclosing**2).sum(axis=-1)
    return (centres**2).sum(axis=-1), np.where(diagonal > 0, diagonal, 1.0)


def _loss(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    return 1 - diou(boxes_a, boxes_b)


def _plus(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    distance, diagonal = _squares(boxes_a, boxes_b)
    return np.asarray(iou(boxes_a, boxes_b) + distance / diagonal)


def _not_squared(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    distance, diagonal = _squares(boxes_a, boxes_b)
    return np.asarray(iou(boxes_a, boxes_b) - np.sqrt(distance / diagonal))


def _half_squared(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    distance, diagonal = _squares(boxes_a, boxes_b)
    return np.asarray(iou(boxes_a, boxes_b) - np.sqrt(distance) / diagonal)


def _corner_distance(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    distance = ((boxes_a[:, None, :2] - boxes_b[None, :, :2]) ** 2).sum(axis=-1)
    return np.asarray(iou(boxes_a, boxes_b) - distance / _squares(boxes_a, boxes_b)[1])


HIDDEN = Hidden(
    Exercise(
        name="diou",
        summary="Distance IoU of every box in one set with every box in another.",
        parameters=(
            Parameter("boxes_a", "(N, 4) array of boxes x1, y1, x2, y2 with x1 <= x2, y1 <= y2"),
            Parameter("boxes_b", "(M, 4) array of boxes likewise"),
        ),
        returns="(N, M) array of floats: the value, not the loss",
        conventions=(
            "DIoU = IoU - rho^2 / c^2, rho the distance of the centres.",
            "c is the diagonal of the smallest box around both.",
            "Coordinates are continuous: a box is x2 - x1 wide, no +1.",
            "The IoU of an empty union is 0; where c is 0 nothing is subtracted.",
            "N or M may be 0; boxes may be floats or integers, and come back unchanged.",
        ),
        example=(
            (
                "diou(np.array([[0, 0, 4, 4]]), np.array([[0, 0, 2, 2], [6, 0, 10, 4]])).round(4)",
                "array([[ 0.1875, -0.3103]])",
            ),
        ),
    ),
    diou,
    pair_families(
        Family(Category.EDGE, "one centre for both", _same_centre),
        Family(Category.EDGE, "boxes without area", _points),
    ),
    (
        Suspect("the loss, 1 - DIoU, is returned", _loss),
        Suspect("the distance is added instead of subtracted", _plus),
        Suspect("distance and diagonal are not squared", _not_squared),
        Suspect("the diagonal is squared, the distance is not", _half_squared),
        Suspect("the distance is between the upper left corners", _corner_distance),
        Suspect("it is GIoU: an area is subtracted, not a distance", giou),
    ),
)
