"""Weighted boxes fusion: several models' boxes of one thing become one, their weighted mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.boxes._draw import as_single, crowd, ranks, telling
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Answer = tuple[Floats, Floats]


def weighted_boxes_fusion(
    boxes: ArrayLike, scores: ArrayLike, n_models: int, iou_threshold: float = 0.55
) -> Answer:
    r"""Fused boxes (K, 4) and their scores (K,), by falling score.

    boxes (N, 4), all with an area, and scores (N,) above 0 of one class, from all models together.
    By falling score (of equal ones the lower index first) a box joins the cluster whose fused box
    has the largest IoU with it, if that is greater than the threshold; otherwise it begins a new
    cluster. A fused box is the mean of the T boxes of its cluster, weighted by their scores, at
    once after each that joins; its score is their mean, and in the end times
    $\min(T, n_{models}) / n_{models}$. No boxes, nothing.
    Source: Solovyev et al. 2019, arXiv:1910.13302, section 3.

    >>> boxes, scores = weighted_boxes_fusion([[0, 0, 4, 4], [0, 0, 4, 3]], [0.75, 0.25], 2)
    >>> boxes.tolist(), scores.tolist()
    ([[0.0, 0.0, 4.0, 3.75]], [0.5])
    """
    boxes = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
    scores = np.asarray(scores, dtype=np.float64)
    clusters: list[list[int]] = []
    fused = np.zeros((0, 4))
    for i in np.argsort(-scores, kind="stable"):
        overlaps = iou(boxes[i : i + 1], fused)[0]
        if overlaps.max(initial=0) > iou_threshold:
            k = int(overlaps.argmax())
            clusters[k].append(i)
            fused[k] = np.average(boxes[clusters[k]], axis=0, weights=scores[clusters[k]])
        else:
            clusters.append([i])
            fused = np.vstack([fused, boxes[i]])
    agreed = [scores[mine].mean() * min(len(mine), n_models) / n_models for mine in clusters]
    order = np.argsort(-np.array(agreed, dtype=np.float64), kind="stable")
    return fused[order], np.array(agreed, dtype=np.float64)[order]


def _some(rng: Generator, size: int) -> Arguments:
    count = 3 * size + 1
    found = {"boxes": crowd(rng, count), "scores": ranks(rng, count)}
    return found | {"n_models": int(rng.integers(count, 2 * count))}


def _one_thing(rng: Generator, size: int) -> Arguments:
    """What size + 1 models say of one thing; and one box elsewhere."""
    corner = rng.uniform(0, 1, (size + 1, 2))
    boxes = np.hstack([corner, corner + rng.uniform(9, 10, (size + 1, 2))])
    boxes = np.vstack([boxes, rng.uniform(20, 21, 4) + np.array([0, 0, 6, 6])]).round(2)
    return {"boxes": boxes, "scores": ranks(rng, size + 2), "n_models": size + 1}


def _other_threshold(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"iou_threshold": float(rng.choice([0.3, 0.4, 0.7]))}


def _integers(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": np.rint(4 * found["boxes"]).astype(np.int64)}


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"boxes": np.zeros((0, 4)), "scores": np.zeros(0), "n_models": int(rng.integers(1, 4))}


def _alone(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    found = {"boxes": crowd(rng, 1), "scores": rng.uniform(0.3, 0.9, 1).round(2)}
    return found | {"n_models": int(rng.integers(2, 5))}


def _apart(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": found["boxes"] + 70.0 * np.arange(3 * size + 1)[:, None]}


def _more_than_models(rng: Generator, size: int) -> Arguments:
    """A cluster larger than the number of models raises no score above the mean."""
    return _one_thing(rng, size + 1) | {"n_models": 1 + (size > 2)}


def _exactly_at_threshold(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """IoU exactly 1/2 or 1/4: powers of two, so that no rounding decides."""
    limit, side = float(rng.choice([0.5, 0.25])), float(rng.choice([2.0, 4.0, 8.0]))
    boxes = np.array([[0.0, 0.0, side, side], [0.0, 0.0, side * limit, side]])
    scores = np.array([0.75, 0.5])
    return {"boxes": boxes, "scores": scores, "n_models": 2, "iou_threshold": limit}


def _normalised(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": found["boxes"] / 64}


def _equal_scores(rng: Generator, size: int) -> Arguments:
    """Every score twice; which of the two comes first decides how the clusters form."""
    found = _some(rng, size)
    count = len(found["scores"])
    return found | {"scores": rng.permutation(np.repeat(ranks(rng, count // 2 + 1), 2))[:count]}


def _many(rng: Generator, size: int) -> Arguments:
    return {"boxes": crowd(rng, 30 * size), "scores": ranks(rng, 30 * size), "n_models": 5}


def _no_close_call(arguments: Arguments) -> bool:
    """Whether no choice of a cluster and no place in the answer hangs on the last digits."""
    boxes = np.asarray(arguments["boxes"], dtype=np.float64)
    scores = np.asarray(arguments["scores"], dtype=np.float64)
    limit = arguments.get("iou_threshold", 0.55)
    gap = 1e-5 if arguments["boxes"].dtype == np.float32 else 1e-8
    whole = bool(np.all(boxes == np.rint(boxes))) and len(boxes) == 2
    alone: list[bool] = []
    sums = np.zeros((0, 5))
    for i in np.argsort(-scores, kind="stable"):
        overlaps = iou(boxes[i : i + 1], sums[:, :4] / sums[:, 4:])[0]
        best = np.append(np.sort(overlaps)[::-1], [-1.0, -1.0])
        if np.any(np.abs(overlaps - limit) < gap) and not whole:
            return False
        if best[0] > limit and best[0] - best[1] < gap:
            return False
        mine = scores[i] * np.append(boxes[i], 1)
        if best[0] > limit:
            sums[overlaps.argmax()] += mine
            alone[overlaps.argmax()] = False
        else:
            sums, alone = np.vstack([sums, mine]), [*alone, True]
    _, values = weighted_boxes_fusion(**arguments)
    lone = sums[np.array(alone, dtype=bool), 4] / arguments["n_models"]
    equal = (values[:-1] == values[1:]) & np.isin(values[1:], lone)
    return bool(np.all(equal | (values[:-1] - values[1:] > 1e-5)))


def _variant(
    fuse: Callable[..., Any] | None = None,
    agree: Callable[..., Any] | None = None,
    **how: bool,
) -> Callable[..., Answer]:
    """The same walk over the boxes, with one thing done otherwise."""

    def answer(
        boxes: NDArray[Any], scores: NDArray[Any], n_models: int, iou_threshold: float = 0.55
    ) -> Answer:
        boxes = boxes.astype(np.float64)
        clusters: list[list[int]] = []
        fused = np.zeros((0, 4))
        for i in range(len(scores)) if how.get("unsorted") else np.argsort(-scores, kind="stable"):
            seen = boxes[[mine[0] for mine in clusters]] if how.get("first") else fused
            overlaps = iou(boxes[i : i + 1], seen.reshape(-1, 4))[0]
            if overlaps.max(initial=0) > iou_threshold:
                k = int(overlaps.argmax())
                clusters[k].append(i)
                fused[k] = (fuse or _weighted)(boxes[clusters[k]], scores[clusters[k]])
            else:
                clusters.append([i])
                fused = np.vstack([fused, boxes[i]])
        values = [(agree or _shared)(scores[mine], n_models) for mine in clusters]
        order = np.argsort(-np.array(values, dtype=np.float64), kind="stable")
        return fused[order], np.array(values, dtype=np.float64)[order]

    return answer


def _weighted(boxes: NDArray[Any], scores: NDArray[Any]) -> Any:
    return np.average(boxes, axis=0, weights=scores)


def _shared(scores: NDArray[Any], n_models: int) -> float:
    return float(scores.mean() * min(len(scores), n_models) / n_models)


_PLAIN_MEAN = _variant(fuse=lambda boxes, _: boxes.mean(axis=0))
_BEST = _variant(fuse=lambda boxes, _: boxes[0])
_FIRST = _variant(first=True)
_UNSORTED = _variant(unsorted=True)

_TYPED = "weighted_boxes_fusion(np.array([[0, 0, 4, 4], [0, 0, 4, 3]]), np.full(2, 0.5), 2)"

HIDDEN = Hidden(
    Exercise(
        name="weighted_boxes_fusion",
        summary="Weighted boxes fusion of several models' detections of one class.",
        parameters=(
            Parameter("boxes", "(N, 4) array of all models' boxes x1, y1, x2, y2, with area"),
            Parameter("scores", "(N,) array of their scores, above 0"),
            Parameter("n_models", "how many models took part, an int"),
            Parameter("iou_threshold", "a box joins a cluster above this IoU", "0.55"),
        ),
        returns="a tuple: (K, 4) fused boxes, (K,) their scores; by falling score",
        parts=(Part("boxes"), Part("scores")),
        conventions=(
            "Go through the boxes by falling score; of equal scores the lower index first.",
            "A box joins the cluster whose fused box, as it is now, has the largest IoU with it,",
            "if that IoU is greater than the threshold; otherwise it begins a new cluster.",
            "A fused box is the mean of its cluster's T boxes, weighted by their scores.",
            "Its score is the mean of their scores times min(T, n_models) / n_models.",
            "No boxes give arrays of shape (0, 4) and (0,).",
        ),
        example=((_TYPED, "(array([[0. , 0. , 4. , 3.5]]), array([0.5]))"),),
    ),
    weighted_boxes_fusion,
    (
        Family(
            Category.BASIC,
            "one thing, and a box elsewhere",
            telling(_one_thing, weighted_boxes_fusion, _PLAIN_MEAN),
        ),
        Family(
            Category.BASIC,
            "some groups of boxes",
            telling(_some, weighted_boxes_fusion, _UNSORTED, _BEST),
        ),
        Family(
            Category.BASIC,
            "another threshold",
            telling(_other_threshold, weighted_boxes_fusion, _FIRST),
        ),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integer boxes", _integers),
        Family(Category.EDGE, "no boxes", _nothing, 1),
        Family(Category.EDGE, "one box", _alone, 1),
        Family(Category.EDGE, "boxes far apart", _apart),
        Family(Category.EDGE, "more boxes in a cluster than models", _more_than_models),
        Family(Category.EDGE, "an IoU exactly at the threshold", _exactly_at_threshold),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(
            Category.TIES, "equal scores", telling(_equal_scores, weighted_boxes_fusion, _UNSORTED)
        ),
        Family(Category.LARGE, "hundreds of boxes", _many, 1),
    ),
    (
        Suspect("the boxes are averaged without their scores for weights", _PLAIN_MEAN),
        Suspect("the best box of a cluster stays as it is, as in NMS", _BEST),
        Suspect(
            "the scores are not lowered for models that did not find the box",
            _variant(agree=lambda scores, _: scores.mean()),
        ),
        Suspect(
            "a cluster larger than n_models raises the score: min(T, n_models) is missing",
            _variant(agree=lambda scores, n_models: scores.sum() / n_models),
        ),
        Suspect("a box is compared with its cluster's first box, not the fused one", _FIRST),
        Suspect("the boxes are not taken by falling score", _UNSORTED),
    ),
    fair=_no_close_call,
)
