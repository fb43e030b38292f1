"""Regression targets: where an object lies and how large it is, seen from its anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.boxes._draw import around, as_single, scattered
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Weights = tuple[float, float, float, float]


def encode_boxes(
    boxes: ArrayLike, anchors: ArrayLike, weights: Weights = (1.0, 1.0, 1.0, 1.0)
) -> Floats:
    r"""Offsets (tx, ty, tw, th) of box i from anchor i, times the weights: (N, 4).

    $t_x = (x - x_a)/w_a$, $t_y = (y - y_a)/h_a$, $t_w = \ln(w/w_a)$, $t_h = \ln(h/h_a)$, with
    centres (x, y) and sizes of boxes and anchors, both (N, 4) as x1 < x2, y1 < y2 in continuous
    coordinates. No boxes, no offsets.
    Source: Ren et al. 2015, arXiv:1506.01497, equation 2; weights as in torchvision's BoxCoder.

    >>> encode_boxes([[1, 0, 5, 8]], [[0, 0, 4, 4]]).round(4).tolist()
    [[0.25, 0.5, 0.0, 0.6931]]
    """
    boxes = np.asarray(boxes, dtype=np.float64)
    anchors = np.asarray(anchors, dtype=np.float64)
    sizes = boxes[:, 2:] - boxes[:, :2]
    anchor_sizes = anchors[:, 2:] - anchors[:, :2]
    centres = boxes[:, :2] + sizes / 2
    anchor_centres = anchors[:, :2] + anchor_sizes / 2
    offsets = np.hstack([(centres - anchor_centres) / anchor_sizes, np.log(sizes / anchor_sizes)])
    return np.asarray(offsets * np.array(weights, dtype=np.float64))


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"boxes": scattered(rng, 1), "anchors": scattered(rng, 1)}


def _some(rng: Generator, size: int) -> Arguments:
    return {"boxes": scattered(rng, 2 * size), "anchors": scattered(rng, 2 * size)}


def _weighted(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"weights": (10.0, 10.0, 5.0, 5.0)}


def _other_weights(rng: Generator, size: int) -> Arguments:
    weights = tuple(float(weight) for weight in rng.permutation([0.5, 2.0, 3.0, 8.0]))
    return _some(rng, size) | {"weights": weights}


def _integers(rng: Generator, size: int) -> Arguments:
    return {name: (4 * boxes).astype(np.int64) for name, boxes in _some(rng, size).items()}


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"boxes": np.zeros((0, 4)), "anchors": np.zeros((0, 4))}


def _the_anchor_itself(rng: Generator, size: int) -> Arguments:
    """All offsets are 0, but for one box that is twice as large."""
    anchors = around(rng, size + 1)
    boxes = anchors.copy()
    boxes[-1, 2:] += boxes[-1, 2:] - boxes[-1, :2]
    return {"boxes": boxes, "anchors": anchors}


def _needles(rng: Generator, size: int) -> Arguments:
    """Width and height differ a hundredfold: whoever mixes them up is far off."""
    corner, thin = rng.uniform(0, 9, (2, size, 2)).round(2), rng.uniform(1, 2, (size, 2)).round(2)
    boxes = np.hstack([corner[0], corner[0] + thin * np.array([100.0, 1.0])])
    return {"boxes": boxes, "anchors": np.hstack([corner[1], corner[1] + thin[::-1] * 3])}


def _far_out(rng: Generator, size: int) -> Arguments:
    return {name: boxes + 1e5 for name, boxes in _some(rng, size).items()}


def _normalised(rng: Generator, size: int) -> Arguments:
    return {name: boxes / 50 for name, boxes in _some(rng, size).items()}


def _tiny(rng: Generator, size: int) -> Arguments:
    return {name: boxes * 1e-7 for name, boxes in _some(rng, size).items()}


def _many(rng: Generator, size: int) -> Arguments:
    return {"boxes": scattered(rng, 2000 * size), "anchors": scattered(rng, 2000 * size)}


def _parts(boxes: NDArray[Any], anchors: NDArray[Any]) -> tuple[Floats, Floats, Floats, Floats]:
    """Centres and sizes of the boxes, then of the anchors."""
    boxes, anchors = boxes.astype(np.float64), anchors.astype(np.float64)
    pair = [((x[:, :2] + x[:, 2:]) / 2, x[:, 2:] - x[:, :2]) for x in (boxes, anchors)]
    return *pair[0], *pair[1]


def _own_size(boxes: NDArray[Any], anchors: NDArray[Any], weights: Any = 1.0) -> Floats:
    centres, sizes, from_centres, from_sizes = _parts(boxes, anchors)
    moves = (centres - from_centres) / sizes
    return np.asarray(np.hstack([moves, np.log(sizes / from_sizes)]) * weights)


def _corners(boxes: NDArray[Any], anchors: NDArray[Any], weights: Any = 1.0) -> Floats:
    _, sizes, _, from_sizes = _parts(boxes, anchors)
    moves = (boxes[:, :2] - anchors[:, :2]) / from_sizes
    return np.asarray(np.hstack([moves, np.log(sizes / from_sizes)]) * weights)


def _pixels(boxes: NDArray[Any], anchors: NDArray[Any], weights: Any = 1.0) -> Floats:
    centres, sizes, from_centres, from_sizes = _parts(boxes, anchors)
    return np.asarray(np.hstack([centres - from_centres, sizes - from_sizes]) * weights)


def _without_log(boxes: NDArray[Any], anchors: NDArray[Any], weights: Any = 1.0) -> Floats:
    centres, sizes, from_centres, from_sizes = _parts(boxes, anchors)
    moves = (centres - from_centres) / from_sizes
    return np.asarray(np.hstack([moves, sizes / from_sizes]) * weights)


def _turned(boxes: NDArray[Any], anchors: NDArray[Any], weights: Any = 1.0) -> Floats:
    return np.asarray(encode_boxes(anchors, boxes) * weights)


def _divided(boxes: NDArray[Any], anchors: NDArray[Any], weights: Any = 1.0) -> Floats:
    return np.asarray(encode_boxes(boxes, anchors) / weights)


HIDDEN = Hidden(
    Exercise(
        name="encode_boxes",
        summary="Offsets of boxes from their anchors, as a detector learns them.",
        parameters=(
            Parameter("boxes", "(N, 4) array of boxes x1, y1, x2, y2 with x1 < x2, y1 < y2"),
            Parameter("anchors", "(N, 4) array of boxes likewise; box i belongs to anchor i"),
            Parameter("weights", "the factors of tx, ty, tw, th", "(1.0, 1.0, 1.0, 1.0)"),
        ),
        returns="(N, 4) array of floats tx, ty, tw, th",
        conventions=(
            "tx = (x - x_a) / w_a and ty = (y - y_a) / h_a from the centres of box and anchor.",
            "tw = ln(w / w_a) and th = ln(h / h_a) from their widths and heights.",
            "The four are multiplied by the weights, as in torchvision.",
            "Coordinates are continuous: a box is x2 - x1 wide, no +1.",
            "N may be 0; both arrays may hold floats or integers.",
        ),
        example=(
            (
                "encode_boxes(np.array([[1, 0, 5, 8]]), np.array([[0, 0, 4, 4]])).round(4)",
                "array([[0.25  , 0.5   , 0.    , 0.6931]])",
            ),
        ),
    ),
    encode_boxes,
    (
        Family(Category.BASIC, "one box", _one),
        Family(Category.BASIC, "some boxes", _some),
        Family(Category.BASIC, "the weights of Fast R-CNN", _weighted),
        Family(Category.BASIC, "four different weights", _other_weights),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "no boxes", _nothing, 1),
        Family(Category.EDGE, "a box that is its anchor", _the_anchor_itself),
        Family(Category.EDGE, "long, flat boxes", _needles),
        Family(Category.STABILITY, "far from the origin", _far_out),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(Category.STABILITY, "very small boxes", _tiny),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "thousands of boxes", _many, 1),
    ),
    (
        Suspect("boxes and anchors are mixed up", _turned),
        Suspect("the distance is divided by the box's size, not the anchor's", _own_size),
        Suspect("the distance is between corners, not centres", _corners),
        Suspect("the offsets are in pixels: nothing is divided by the anchor's size", _pixels),
        Suspect("the sizes are divided, but the logarithm is missing", _without_log),
        Suspect("the offsets are divided by the weights, not multiplied", _divided),
    ),
)
