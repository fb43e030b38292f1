"""Boxes from regression outputs: the inverse of `encode_boxes`, with sizes kept in bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.boxes._draw import as_single, scattered
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Weights = tuple[float, float, float, float]


def decode_boxes(
    deltas: ArrayLike,
    anchors: ArrayLike,
    weights: Weights = (1.0, 1.0, 1.0, 1.0),
    bbox_xform_clip: float = 4.135166556742356,
) -> Floats:
    r"""Boxes x1, y1, x2, y2 that deltas (tx, ty, tw, th) make of their anchors: (N, 4).

    Each delta is divided by its weight first. $x = x_a + t_x w_a$ and $w = w_a e^{t_w}$, likewise
    y and h, with centres (x, y) and sizes; tw and th are cut at bbox_xform_clip from above, so
    that no box is more than e^4.1352 = 62.5 (1000 / 16) times as long as its anchor. Nothing is
    clipped to an image. No deltas, no boxes.
    Source: Ren et al. 2015, arXiv:1506.01497, equation 2; clip as in torchvision's BoxCoder.

    >>> decode_boxes([[0.25, 0.5, 0, np.log(2)]], [[0, 0, 4, 4]]).tolist()
    [[1.0, 0.0, 5.0, 8.0]]
    """
    anchors = np.asarray(anchors, dtype=np.float64)
    offsets = np.asarray(deltas, dtype=np.float64) / np.array(weights, dtype=np.float64)
    anchor_sizes = anchors[:, 2:] - anchors[:, :2]
    anchor_centres = anchors[:, :2] + anchor_sizes / 2
    centres = anchor_centres + offsets[:, :2] * anchor_sizes
    sizes = anchor_sizes * np.exp(np.minimum(offsets[:, 2:], bbox_xform_clip))
    return np.hstack([centres - sizes / 2, centres + sizes / 2])


def _deltas(rng: Generator, count: int) -> Floats:
    return np.hstack([rng.normal(0, 1, (count, 2)), rng.normal(0, 0.6, (count, 2))]).round(3)


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"deltas": _deltas(rng, 1), "anchors": scattered(rng, 1)}


def _some(rng: Generator, size: int) -> Arguments:
    return {"deltas": _deltas(rng, 2 * size), "anchors": scattered(rng, 2 * size)}


def _weighted(rng: Generator, size: int) -> Arguments:
    """Log sizes that are below the clip even before they are divided."""
    found, weights = _some(rng, size), (10.0, 10.0, 5.0, 5.0)
    return found | {"deltas": np.clip(found["deltas"], -0.8, 0.8) * weights, "weights": weights}


def _other_weights(rng: Generator, size: int) -> Arguments:
    weights = tuple(float(weight) for weight in rng.permutation([0.5, 2.0, 3.0, 4.0]))
    return _some(rng, size) | {"weights": weights}


def _integer_anchors(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"anchors": (4 * found["anchors"]).astype(np.int64)}


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"deltas": np.zeros((0, 4)), "anchors": np.zeros((0, 4))}


def _still(rng: Generator, size: int) -> Arguments:
    """All deltas are 0: the anchors come back."""
    return {"deltas": np.zeros((size, 4)), "anchors": scattered(rng, size)}


def _at_the_clip(rng: Generator, size: int) -> Arguments:
    """Log sizes on both sides of the clip, and moves that are not clipped."""
    found = _some(rng, size + 1)
    deltas = rng.choice([-7.0, -5.0, 3.5, 5.0, 7.0], (2 * size + 2, 4))
    deltas[0, 2:] = rng.permutation([5.0, 7.0])
    deltas[1, 2:] = rng.permutation([-7.0, -5.0])
    return found | {"deltas": deltas}


def _other_clip(rng: Generator, size: int) -> Arguments:
    found = _at_the_clip(rng, size)
    return found | {"bbox_xform_clip": float(rng.choice([0.5, 1.0, 2.0, 6.0]))}


def _clip_after_weights(rng: Generator, size: int) -> Arguments:
    """As they come the log sizes are past the clip; divided by the weights most are not."""
    found = _at_the_clip(rng, size)
    return found | {"deltas": found["deltas"] * 3, "weights": (10.0, 10.0, 5.0, 5.0)}


def _runaway(rng: Generator, size: int) -> Arguments:
    """What an untrained head may say: exp overflows before anything is cut."""
    found = _some(rng, size)
    sizes = rng.choice([-900.0, 900.0, 2000.0], (2 * size, 2))
    sizes[0, rng.integers(0, 2)] = 1500.0
    return found | {"deltas": np.hstack([found["deltas"][:, :2], sizes])}


def _far_out(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"anchors": found["anchors"] + 1e4}


def _normalised(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"anchors": found["anchors"] / 50}


def _many(rng: Generator, size: int) -> Arguments:
    return {"deltas": _deltas(rng, 2000 * size), "anchors": scattered(rng, 2000 * size)}


def _times_weights(
    deltas: NDArray[Any], anchors: NDArray[Any], weights: Any = 1.0, **rest: Any
) -> Floats:
    return decode_boxes(deltas * weights, anchors, **rest)


def _clip_first(
    deltas: NDArray[Any],
    anchors: NDArray[Any],
    weights: Any = (1.0, 1.0, 1.0, 1.0),
    bbox_xform_clip: float = 4.135166556742356,
) -> Floats:
    cut = np.hstack([deltas[:, :2], np.minimum(deltas[:, 2:], bbox_xform_clip)])
    return decode_boxes(cut, anchors, weights, bbox_xform_clip)


def _unclipped(
    deltas: NDArray[Any], anchors: NDArray[Any], weights: Any = (1.0, 1.0, 1.0, 1.0), **_: float
) -> Floats:
    return decode_boxes(deltas, anchors, weights, np.inf)


def _both_ways(
    deltas: NDArray[Any],
    anchors: NDArray[Any],
    weights: Any = (1.0, 1.0, 1.0, 1.0),
    bbox_xform_clip: float = 4.135166556742356,
) -> Floats:
    floor = np.array([-np.inf, -np.inf, -bbox_xform_clip, -bbox_xform_clip]) * weights
    return decode_boxes(np.maximum(deltas, floor), anchors, weights, bbox_xform_clip)


def _centre_form(deltas: NDArray[Any], anchors: NDArray[Any], *rest: Any, **named: Any) -> Floats:
    boxes = decode_boxes(deltas, anchors, *rest, **named)
    return np.hstack([(boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]])


def _from_corner(deltas: NDArray[Any], anchors: NDArray[Any], *rest: Any, **named: Any) -> Floats:
    anchors = anchors.astype(np.float64)
    half = (anchors[:, 2:] - anchors[:, :2]) / 2
    return decode_boxes(deltas, anchors - np.hstack([half, half]), *rest, **named)


HIDDEN = Hidden(
    Exercise(
        name="decode_boxes",
        summary="Boxes from a detector's regression outputs and their anchors.",
        parameters=(
            Parameter("deltas", "(N, 4) array of tx, ty, tw, th"),
            Parameter("anchors", "(N, 4) array of boxes x1, y1, x2, y2; row i belongs to delta i"),
            Parameter("weights", "what tx, ty, tw, th are divided by", "(1.0, 1.0, 1.0, 1.0)"),
            Parameter("bbox_xform_clip", "the most that tw and th may be", "4.135166556742356"),
        ),
        returns="(N, 4) array of boxes x1, y1, x2, y2, floats",
        conventions=(
            "x = x_a + tx * w_a and y = y_a + ty * h_a are centres, as x_a and y_a are.",
            "w = w_a * exp(tw) and h = h_a * exp(th).",
            "First the deltas are divided by the weights; then tw and th are cut at the clip.",
            "The clip holds from above only. tw and th may be anything, say 2,000.",
            "Coordinates are continuous (no +1), and are not clipped to an image.",
            "N may be 0; the arrays may hold floats or integers.",
        ),
        example=(
            (
                "decode_boxes(np.array([[0.25, 0.5, 0, np.log(2)]]), np.array([[0, 0, 4, 4]]))",
                "array([[1., 0., 5., 8.]])",
            ),
        ),
    ),
    decode_boxes,
    (
        Family(Category.BASIC, "one box", _one),
        Family(Category.BASIC, "some boxes", _some),
        Family(Category.BASIC, "the weights of Fast R-CNN", _weighted),
        Family(Category.BASIC, "four different weights", _other_weights),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integer anchors", _integer_anchors),
        Family(Category.EDGE, "no boxes", _nothing, 1),
        Family(Category.EDGE, "all deltas 0", _still),
        Family(Category.EDGE, "log sizes on both sides of the clip", _at_the_clip),
        Family(Category.EDGE, "another clip", _other_clip),
        Family(Category.EDGE, "a clip and weights", _clip_after_weights),
        Family(Category.STABILITY, "log sizes that overflow", _runaway),
        Family(Category.STABILITY, "far from the origin", _far_out),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(Category.ALIASING, "the inputs stay as they were", _at_the_clip),
        Family(Category.LARGE, "thousands of boxes", _many, 1),
    ),
    (
        Suspect("the deltas are multiplied by the weights, not divided", _times_weights),
        Suspect("the boxes are returned as centre and size, not as corners", _centre_form),
        Suspect("the anchor's corner is taken for its centre", _from_corner),
        Suspect("tw and th are cut before they are divided by the weights", _clip_first),
        Suspect("tw and th are cut from below as well", _both_ways),
        Suspect("tw and th are not cut", _unclipped),
    ),
)
