"""The matching cost of DETR."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.activations.softmax import softmax
from quizml.references.boxes.giou import giou
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def corners(boxes: ArrayLike) -> Floats:
    """Boxes (cx, cy, w, h) as (x1, y1, x2, y2)."""
    boxes = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
    centre, half = boxes[:, :2], boxes[:, 2:] / 2
    found: Floats = np.hstack([centre - half, centre + half])
    return found


def detr_match_cost(
    logits: ArrayLike,
    boxes: ArrayLike,
    target_labels: ArrayLike,
    target_boxes: ArrayLike,
    weights: tuple[float, float, float] = (1.0, 5.0, 2.0),
) -> Floats:
    r"""Cost (N, M) of matching each of N predictions with each of M objects.

    $-w_1 p(c) + w_2 |b - \hat b|_1 + w_3 (1 - GIoU)$, with the probability p of the object's
    class c from a softmax over all logits (N, C+1), the last of which says "no object". The
    class enters as a probability, not as its logarithm, to be of the size of the other terms.
    Boxes (N, 4) and (M, 4) are cx, cy, w, h as shares of the image, and so is the L1 distance;
    GIoU takes their corners. Without objects (N, 0).
    Source: Carion et al. 2020, arXiv:2005.12872, section 3.1. (Their program leaves
    out the constant w_3; that changes no assignment.)

    >>> box = [[0.5, 0.5, 0.2, 0.4]]
    >>> detr_match_cost([[0.0, 0.0, 0.0]], box, [1], box).round(4).tolist()
    [[-0.3333]]
    """
    labels = np.asarray(target_labels).astype(np.intp)
    predicted = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
    targets = np.asarray(target_boxes, dtype=np.float64).reshape(-1, 4)
    probability = softmax(np.asarray(logits, dtype=np.float64))[:, labels]
    distance = np.abs(predicted[:, None, :] - targets[None, :, :]).sum(axis=-1)
    apart = 1 - giou(corners(predicted), corners(targets))
    of_class, of_distance, of_giou = weights
    return np.asarray(of_distance * distance + of_giou * apart - of_class * probability)


def _boxes(rng: Generator, count: int) -> Floats:
    """Inside the image, of any place and size."""
    sides = rng.uniform(0.05, 0.6, (count, 2))
    centres = sides / 2 + rng.random((count, 2)) * (1 - sides)
    return np.asarray(np.round(np.hstack([centres, sides]), 4))


def _scene(rng: Generator, queries: int, objects: int, classes: int = 4) -> Arguments:
    return {
        "logits": np.round(rng.normal(0, 2, (queries, classes + 1)), 3),
        "boxes": _boxes(rng, queries),
        "target_labels": rng.integers(0, classes, objects),
        "target_boxes": _boxes(rng, objects),
    }


def _one_pair(rng: Generator, size: int) -> Arguments:
    return _scene(rng, 1, 1, 1 + size)


def _some(rng: Generator, size: int) -> Arguments:
    return _scene(rng, 1 + size, 1 + size)


def _more_queries(rng: Generator, size: int) -> Arguments:
    return _scene(rng, 3 + 2 * size, 1 + size)


def _more_objects(rng: Generator, size: int) -> Arguments:
    return _scene(rng, size, 2 + size)


def _other_weights(rng: Generator, size: int) -> Arguments:
    weights = rng.choice([0.0, 0.5, 1.0, 2.0, 3.0, 4.0], 3, replace=False).tolist()
    return _some(rng, size) | {"weights": tuple(weights)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    arrays = ("logits", "boxes", "target_boxes")
    return found | {name: found[name].astype(np.float32) for name in arrays}


def _bytes(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"target_labels": found["target_labels"].astype(np.uint8)}


def _whole_logits(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"logits": np.rint(found["logits"]).astype(np.int64)}


def _no_objects(rng: Generator, size: int) -> Arguments:
    return _scene(rng, size, 0)


def _same_boxes(rng: Generator, size: int) -> Arguments:
    """Of the boxes nothing remains on the diagonal but the class."""
    found = _some(rng, size)
    return found | {"boxes": found["target_boxes"].copy()}


def _disjoint(rng: Generator, size: int) -> Arguments:
    """Predictions on the left, objects on the right: the IoU is 0, the GIoU below 0."""
    found = _some(rng, size)
    for name, left in (("boxes", 0.0), ("target_boxes", 0.6)):
        found[name] = np.round(found[name] * np.array([0.4, 1, 0.4, 1]), 4)
        found[name][:, 0] += left
    return found


def _one_class(rng: Generator, size: int) -> Arguments:
    return _scene(rng, 1 + size, size, 1)


def _huge_logits(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    levels = 1000.0 * rng.integers(-3, 4, (len(found["logits"]), 1))
    levels[0] = 2000.0
    return found | {"logits": found["logits"] + levels}


def _small_boxes(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {name: found[name] * 1e-4 for name in ("boxes", "target_boxes")}


def _hundred_queries(rng: Generator, size: int) -> Arguments:
    return _scene(rng, 25 * size, 6 * size, 91)


def _with(name: str, cause: str, other: Callable[[Any, Any, Any, Any], Any]) -> Suspect:
    """A mistake in one of the three terms; `other` says what it is then."""

    def answer(
        logits: Any, boxes: Any, target_labels: Any, target_boxes: Any, **rest: Any
    ) -> Floats:
        labels = np.asarray(target_labels).astype(np.intp)
        z, a, b = (np.asarray(x, dtype=np.float64) for x in (logits, boxes, target_boxes))
        terms = {
            "class": -softmax(z)[:, labels],
            "l1": np.abs(a[:, None] - b[None]).sum(axis=-1),
            "giou": 1 - giou(corners(a), corners(b)),
        }
        terms[name] = other(z, a, labels, b)
        weights = rest.get("weights", (1.0, 5.0, 2.0))
        return np.asarray(sum(w * term for w, term in zip(weights, terms.values(), strict=True)))

    return Suspect(cause, answer)


def _unweighted(logits: Any, boxes: Any, target_labels: Any, target_boxes: Any, **_: Any) -> Floats:
    return detr_match_cost(logits, boxes, target_labels, target_boxes, (1.0, 1.0, 1.0))


def _usual_weights(
    logits: Any, boxes: Any, target_labels: Any, target_boxes: Any, **_: Any
) -> Floats:
    return detr_match_cost(logits, boxes, target_labels, target_boxes)


HIDDEN = Hidden(
    Exercise(
        name="detr_match_cost",
        summary="What it costs, in DETR, to match each prediction with each object.",
        parameters=(
            Parameter("logits", "(N, C+1) array, one row a prediction; the last is 'no object'"),
            Parameter("boxes", "(N, 4) array of predicted boxes cx, cy, w, h between 0 and 1"),
            Parameter("target_labels", "(M,) array of integers 0 to C-1: the objects' classes"),
            Parameter("target_boxes", "(M, 4) array of the objects' boxes likewise"),
            Parameter("weights", "of the class, the L1 and the GIoU term", "(1.0, 5.0, 2.0)"),
        ),
        returns="(N, M) array of floats, row prediction, column object",
        conventions=(
            "cost = weights[0] * (-p) + weights[1] * L1 + weights[2] * (1 - GIoU)",
            "p is the softmax probability of the object's class, over all C+1 logits of the row.",
            "L1 is the sum of |differences| of cx, cy, w and h.",
            "GIoU is of the corners x1 = cx - w/2 and so on; the sides w and h are above 0.",
            "GIoU = IoU - (C - U) / C: U is the union's area, C that of the smallest box around.",
            "Logits may be as large as 5,000. M may be 0; the inputs come back unchanged.",
        ),
        example=(
            (
                (
                    "detr_match_cost(np.zeros((1, 4)), b := np.array([[0.5, 0.5, 0.2, 0.2]]), "
                    "[0], b)"
                ),
                "array([[-0.25]])",
            ),
        ),
        closeness=Closeness(rtol=1e-6, atol=1e-6),
    ),
    detr_match_cost,
    (
        Family(Category.BASIC, "one prediction, one object", _one_pair),
        Family(Category.BASIC, "several of both", _some, 4),
        Family(Category.BASIC, "other weights", _other_weights),
        Family(Category.SHAPE, "more predictions", _more_queries),
        Family(Category.SHAPE, "more objects", _more_objects),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "whole logits", _whole_logits),
        Family(Category.DTYPE, "uint8 labels", _bytes),
        Family(Category.EDGE, "no objects", _no_objects, 1),
        Family(Category.EDGE, "boxes that agree", _same_boxes),
        Family(Category.EDGE, "boxes that do not overlap", _disjoint),
        Family(Category.EDGE, "one class beside 'no object'", _one_class),
        Family(Category.STABILITY, "huge logits", _huge_logits),
        Family(Category.STABILITY, "very small boxes", _small_boxes),
        Family(Category.ALIASING, "the inputs stay as they were", _some, 1),
        Family(Category.LARGE, "a hundred predictions", _hundred_queries, 1),
    ),
    (
        _with(
            "class",
            "the logarithm of the probability; the cost takes p itself",
            lambda z, a, n, b: -np.log(softmax(z) + 1e-300)[:, n],  # noqa: ARG005
        ),
        _with(
            "class",
            "the softmax leaves out the logit of 'no object'",
            lambda z, a, n, b: -softmax(z[:, :-1])[:, n],  # noqa: ARG005
        ),
        _with(
            "l1",
            "the L1 distance of corners; it is of cx, cy, w, h",
            lambda z, a, n, b: np.abs(corners(a)[:, None] - corners(b)).sum(axis=-1),  # noqa: ARG005
        ),
        _with(
            "giou",
            "IoU in place of GIoU",
            lambda z, a, n, b: 1 - iou(corners(a), corners(b)),  # noqa: ARG005
        ),
        _with(
            "giou",
            "cx, cy, w, h are taken for corners in the GIoU",
            lambda z, a, n, b: 1 - giou(a, b),  # noqa: ARG005
        ),
        _with(
            "giou",
            "-GIoU in place of 1 - GIoU: no assignment changes, but every cost",
            lambda z, a, n, b: -giou(corners(a), corners(b)),  # noqa: ARG005
        ),
        Suspect("the three terms are added without their weights", _unweighted),
        Suspect("the argument `weights` is ignored", _usual_weights),
    ),
)
