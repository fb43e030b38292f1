"""Complete IoU: overlap, less the distance of the centres, less the difference in shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.boxes._draw import around, pair_families, pairs
from quizml.references.boxes.diou import diou
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def ciou(boxes_a: ArrayLike, boxes_b: ArrayLike) -> Floats:
    r"""DIoU less the weighted difference in shape: $\mathrm{IoU} - \rho^2 / c^2 - \alpha v$.

    Every box in (N, 4) with every box in (M, 4): (N, M), in (-1.5, 1]; corners x1 < x2, y1 <= y2
    in continuous coordinates. $v = \frac{4}{\pi^2} (\arctan(w_a/h_a) - \arctan(w_b/h_b))^2$ lies
    in [0, 1], the angle of a box without height is pi/2, and $\alpha = v / (1 - \mathrm{IoU} + v)$
    (0 where v is 0). Nothing is clamped.
    Source: Zheng et al. 2020, arXiv:1911.08287.

    >>> ciou([[0, 0, 4, 4]], [[0, 0, 4, 4], [0, 1, 4, 3], [6, 0, 10, 4]]).round(4).tolist()
    [[1.0, 0.4968, -0.3103]]
    """
    a = np.asarray(boxes_a, dtype=np.float64)
    b = np.asarray(boxes_b, dtype=np.float64)
    angle_a = np.arctan2(a[:, 2] - a[:, 0], a[:, 3] - a[:, 1])[:, None]
    angle_b = np.arctan2(b[:, 2] - b[:, 0], b[:, 3] - b[:, 1])[None, :]
    v = 4 / np.pi**2 * (angle_a - angle_b) ** 2
    overlap = iou(a, b)
    alpha = np.divide(v, 1 - overlap + v, out=np.zeros_like(v), where=v > 0)
    return np.asarray(diou(a, b) - alpha * v)


def _same_shape(rng: Generator, size: int) -> Arguments:
    """The same ratio of sides, other sizes: v is 0, and CIoU is DIoU."""
    a = around(rng, size)
    return pairs(a, np.vstack([a * 2 - a[:, [0, 1, 0, 1]], a * 0.5]))


def _crossed(rng: Generator, size: int) -> Arguments:
    """Long and flat against tall and thin, far apart: below -1, and not to be clamped."""
    long, far = rng.integers(50, 90, size), rng.integers(2000, 9000, (size, 1))
    zero, one = np.zeros(size), np.ones(size)
    flat = np.stack([zero, zero, long * one, one], axis=1)
    return pairs(flat, np.stack([zero, zero, one, long * one], axis=1) + far)


def _flat(rng: Generator, size: int) -> Arguments:
    a = around(rng, size + 1)
    a[:, 3] = a[:, 1]
    return pairs(a, np.vstack([a[:1], around(rng, size)]))


def _integers_of_one_centre(rng: Generator, size: int) -> Arguments:
    half = rng.integers(1, 20, (2, size + 1, 2))
    return pairs(*(np.hstack([30 - one, 30 + one]) for one in half))


def _terms(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> tuple[Floats, Floats, Floats]:
    """IoU, rho squared over c squared, and v."""
    angles = [np.arctan2(x[:, 2] - x[:, 0], x[:, 3] - x[:, 1]) for x in (boxes_a, boxes_b)]
    v = 4 / np.pi**2 * (angles[0][:, None] - angles[1]) ** 2
    overlap = iou(boxes_a, boxes_b)
    return overlap, overlap - diou(boxes_a, boxes_b), v


def _weight(overlap: Floats, v: Floats) -> Floats:
    return np.asarray(v / np.where(v > 0, 1 - overlap + v, 1.0))


def _loss(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    return 1 - ciou(boxes_a, boxes_b)


def _plus(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    overlap, away, v = _terms(boxes_a, boxes_b)
    return np.asarray(overlap + away + _weight(overlap, v) * v)


def _unweighted(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    return np.asarray(diou(boxes_a, boxes_b) - _terms(boxes_a, boxes_b)[2])


def _clamped(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    return np.clip(ciou(boxes_a, boxes_b), -1, 1)


def _off_below_half(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    overlap, away, v = _terms(boxes_a, boxes_b)
    return np.asarray(overlap - away - np.where(overlap < 0.5, 0, _weight(overlap, v)) * v)


def _without_arctan(boxes_a: NDArray[Any], boxes_b: NDArray[Any]) -> Floats:
    a, b = boxes_a[:, None], boxes_b[None]
    ratios = [(x[..., 2] - x[..., 0]) / (x[..., 3] - x[..., 1]) for x in (a, b)]
    overlap, away, _ = _terms(boxes_a, boxes_b)
    v = 4 / np.pi**2 * (ratios[0] - ratios[1]) ** 2
    return np.asarray(overlap - away - _weight(overlap, v) * v)


HIDDEN = Hidden(
    Exercise(
        name="ciou",
        summary="Complete IoU of every box in one set with every box in another.",
        parameters=(
            Parameter("boxes_a", "(N, 4) array of boxes x1, y1, x2, y2 with x1 < x2, y1 <= y2"),
            Parameter("boxes_b", "(M, 4) array of boxes likewise"),
        ),
        returns="(N, M) array of floats: the value, not the loss, and not clamped",
        conventions=(
            "CIoU = IoU - rho^2 / c^2 - alpha * v, rho the distance of the centres.",
            "c is the diagonal of the smallest box around both.",
            "v = 4 / pi^2 * (arctan(w_a / h_a) - arctan(w_b / h_b))^2.",
            "For a box without height the arctan is pi / 2.",
            "alpha = v / (1 - IoU + v) at every IoU, and alpha * v is 0 where v is 0.",
            "Coordinates are continuous: a box is x2 - x1 wide, no +1.",
            "N or M may be 0; boxes may be floats or integers, and come back unchanged.",
        ),
        example=(
            (
                "ciou(np.array([[0, 0, 4, 4]]), np.array([[0, 1, 4, 3], [6, 0, 10, 4]])).round(4)",
                "array([[ 0.4968, -0.3103]])",
            ),
        ),
    ),
    ciou,
    pair_families(
        Family(Category.EDGE, "one centre for both", _integers_of_one_centre),
        Family(Category.EDGE, "the same shape in another size", _same_shape),
        Family(Category.EDGE, "long against tall, far apart", _crossed),
        Family(Category.EDGE, "boxes without height", _flat),
    ),
    (
        Suspect("the loss, 1 - CIoU, is returned", _loss),
        Suspect("the penalties are added instead of subtracted", _plus),
        Suspect("v is not weighted by alpha", _unweighted),
        Suspect("it is DIoU: the shapes are not compared", diou),
        Suspect("alpha is 0 below an IoU of 0.5, a later variant", _off_below_half),
        Suspect("the ratios are compared without their arctan", _without_arctan),
        Suspect("the value is clamped to [-1, 1]", _clamped),
    ),
)
