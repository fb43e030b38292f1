"""Average precision of a detector's ranked list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.metrics import _drawing as drawing

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray


def average_precision(
    is_tp: ArrayLike, scores: ArrayLike, num_gt: int, points: int | None = None
) -> float:
    r"""Area under the precision-recall curve of one class, precision taken as its envelope.

    is_tp and scores (N,) say of each detection whether it is a true positive and how sure it
    is; num_gt objects exist, found or not. By falling score, equal ones in the order given,
    k detections with TP hits have precision TP/k and recall TP/num_gt. The envelope is the best
    precision at this or any larger recall, $p_{interp}(r) = \max_{r' \ge r} p(r')$, and 0 beyond
    the largest recall. Without `points` the answer is the exact area (PASCAL VOC from 2010 on);
    with them the mean of the envelope at so many recalls from 0 to 1 (11: VOC 2007, 101: COCO).
    Without objects there is no recall: NaN.
    Source: Everingham et al. 2010, The PASCAL VOC Challenge, doi:10.1007/s11263-009-0275-4;
    pycocotools, COCOeval.accumulate.

    >>> round(average_precision([True, False, True], [0.9, 0.8, 0.7], 3), 4)
    0.5556
    >>> round(average_precision([True, False, True], [0.9, 0.8, 0.7], 3, points=101), 4)
    0.5545
    """
    order = np.argsort(-np.asarray(scores, dtype=np.float64), kind="stable")
    hits = np.asarray(is_tp).astype(bool)[order]
    if num_gt == 0:
        return float("nan")
    found = np.cumsum(hits)
    recall, precision = found / num_gt, found / np.arange(1, len(hits) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    if points is None:
        return float(np.sum(np.diff(recall, prepend=0.0) * envelope))
    first_to_reach = np.searchsorted(recall, np.linspace(0, 1, points))
    return float(np.append(envelope, 0.0)[first_to_reach].mean())


def _ranking(rng: Generator, hits: NDArray[Any], missed: int) -> Arguments:
    """These labels by falling score, shuffled."""
    scores = np.sort(drawing.spaced(rng, len(hits)))[::-1]
    order = rng.permutation(len(hits))
    num_gt = int(hits.sum()) + missed
    return {"is_tp": hits[order], "scores": scores[order], "num_gt": num_gt}


def _saw(rng: Generator, size: int) -> Arguments:
    """Ends with a false positive; before it the precision rises again, so the envelope matters."""
    middle = drawing.mixed(rng, size, int(rng.integers(1, 2 + size))).astype(bool)
    hits = np.concatenate([[True, False, False], middle, [True, True, True, False]])
    return _ranking(rng, hits, int(rng.integers(1, 4)))


def _sampled(rng: Generator, size: int, points: int) -> Arguments:
    return _saw(rng, size) | {"points": points}


def _eleven(rng: Generator, size: int) -> Arguments:
    return _sampled(rng, size, 11)


def _hundred_and_one(rng: Generator, size: int) -> Arguments:
    return _sampled(rng, size, 101)


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _saw(rng, size)
    return found | {"scores": found["scores"].astype(np.float32)}


def _ones_and_zeros(rng: Generator, size: int) -> Arguments:
    found = _saw(rng, size)
    return found | {"is_tp": found["is_tp"].astype(np.int64)}


def _logits(rng: Generator, size: int) -> Arguments:
    found = _saw(rng, size)
    return found | {"scores": 30 * found["scores"] - 20}


def _sparse(rng: Generator, size: int) -> Arguments:
    """A single hit at the top of the list, and many objects missed."""
    found = _ranking(rng, np.array([True, *[False] * size]), int(rng.choice([12, 16, 22])))
    return found | ({"points": 11} if rng.random() < 0.5 else {})


def _all_found(rng: Generator, size: int) -> Arguments:
    found = _saw(rng, size)
    found["num_gt"] = int(found["is_tp"].sum())
    return found | ({"points": 101} if rng.random() < 0.5 else {})


def _starts_wrong(rng: Generator, size: int) -> Arguments:
    return _ranking(rng, np.array([False] * size + [True] * 2), int(rng.integers(1, 4)))


def _no_hits(rng: Generator, size: int) -> Arguments:
    return _ranking(rng, np.zeros(size, dtype=bool), int(rng.integers(1, 4)))


def _no_detections(rng: Generator, size: int) -> Arguments:
    return _ranking(rng, np.zeros(0, dtype=bool), size + 2)


def _nothing_to_sample(rng: Generator, size: int) -> Arguments:
    return _no_detections(rng, size) | {"points": int(rng.choice([11, 101]))}


def _no_objects(rng: Generator, size: int) -> Arguments:
    return _ranking(rng, np.zeros(size, dtype=bool), 0)


def _perfect(rng: Generator, size: int) -> Arguments:
    return _ranking(rng, np.ones(size + 1, dtype=bool), 0)


def _equal_scores(rng: Generator, size: int) -> Arguments:
    """Of the best score the first is wrong and the second right; and some more equal ones."""
    hits = np.concatenate([[False, True, True, False], rng.random(3 * size) < 0.5])
    scores = np.concatenate([[0.75, 0.75, 0.5, 0.5], rng.choice([0.25, 0.5], 3 * size)])
    return {"is_tp": hits, "scores": scores, "num_gt": int(hits.sum()) + 1}


def _many(rng: Generator, size: int) -> Arguments:
    hits = rng.random(500 * size) < np.linspace(0.9, 0.1, 500 * size)
    return _ranking(rng, hits, int(rng.integers(50, 150))) | {"points": 101}


def _no_recall_on_a_point(arguments: Arguments) -> bool:
    """Only 0 and 1 may be reached exactly where the envelope is read."""
    num_gt, points = arguments["num_gt"], arguments.get("points")
    if points is None or num_gt == 0:
        return True
    reached = np.arange(1, int(np.sum(arguments["is_tp"])) + 1) / num_gt
    gaps = np.abs(reached[:, None] - np.linspace(0, 1, points))
    return not np.any((gaps < 1e-9) & (reached[:, None] < 1))


def _raw(is_tp: Any, scores: Any, num_gt: int, points: int | None = None) -> float:
    """The area under the saw itself."""
    if points is not None or num_gt == 0:
        return average_precision(is_tp, scores, num_gt, points)
    hits = is_tp[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(np.sum(precision * hits) / num_gt)


def _of_those_found(is_tp: Any, scores: Any, num_gt: int, points: int | None = None) -> float:  # noqa: ARG001
    return average_precision(is_tp, scores, max(int(is_tp.sum()), 1), points)


def _as_given(is_tp: Any, scores: Any, num_gt: int, points: int | None = None) -> float:
    return average_precision(is_tp, np.zeros(len(scores)), num_gt, points)


def _rising(is_tp: Any, scores: Any, num_gt: int, points: int | None = None) -> float:
    return average_precision(is_tp, -scores, num_gt, points)


def _points_ignored(is_tp: Any, scores: Any, num_gt: int, points: int | None = None) -> float:  # noqa: ARG001
    return average_precision(is_tp, scores, num_gt)


def _rectangles(is_tp: Any, scores: Any, num_gt: int, points: int | None = None) -> float:
    """The notes' rectangles of width 0.01, as high as the envelope at their right side."""
    if points is None or num_gt == 0:
        return average_precision(is_tp, scores, num_gt, points)
    best, mean = (average_precision(is_tp, scores, num_gt, n) for n in (1, points))
    return (points * mean - best) / (points - 1)


HIDDEN = Hidden(
    Exercise(
        name="average_precision",
        summary="Average precision (AP) of one class from its matched detections.",
        parameters=(
            Parameter("is_tp", "(N,) array of True and False (or 1 and 0): hit or false positive"),
            Parameter("scores", "(N,) array of the detections' scores, in any order"),
            Parameter("num_gt", "number of objects that exist, found or not"),
            Parameter("points", "None, or at how many recalls from 0 to 1 to sample", "None"),
        ),
        returns="a number between 0 and 1, or NaN",
        conventions=(
            "Detections are ranked by falling score; of equal scores the earlier comes first.",
            "After k of them: precision = TP / k, recall = TP / num_gt.",
            "The envelope at recall r is the best precision at any recall >= r, or 0.",
            "points=None: the exact area under the envelope (VOC from 2010 on).",
            "points=11 (VOC 2007) or 101 (COCO): its mean at so many recalls, evenly from 0 to 1.",
            "num_gt = 0 gives NaN; N may be 0.",
        ),
        example=(
            (
                "average_precision(np.array([True, False, True]), np.array([0.9, 0.8, 0.7]), 4)",
                "0.41666666666666663",
            ),
        ),
    ),
    average_precision,
    (
        Family(Category.BASIC, "the exact area", _saw, 4),
        Family(Category.BASIC, "11 points", _eleven),
        Family(Category.BASIC, "101 points", _hundred_and_one),
        Family(Category.DTYPE, "float32 scores", _single_precision),
        Family(Category.DTYPE, "hits as 1 and 0", _ones_and_zeros),
        Family(Category.EDGE, "scores of either sign", _logits),
        Family(Category.EDGE, "one hit, many objects missed", _sparse),
        Family(Category.EDGE, "every object is found", _all_found),
        Family(Category.EDGE, "the best detections are wrong", _starts_wrong, 1),
        Family(Category.EDGE, "no hits", _no_hits, 1),
        Family(Category.EDGE, "no detections", _no_detections, 1),
        Family(Category.EDGE, "no detections, sampled", _nothing_to_sample, 1),
        Family(Category.EDGE, "no objects", _no_objects, 1),
        Family(Category.EDGE, "everything is right", _perfect, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _saw, 1),
        Family(Category.TIES, "equal scores", _equal_scores),
        Family(Category.LARGE, "thousands of detections", _many, 1),
    ),
    (
        Suspect("precision is not replaced by its envelope", _raw),
        Suspect("recall is taken of the objects found, not of all num_gt", _of_those_found),
        Suspect("the detections are not sorted by score", _as_given),
        Suspect("the detections are ranked by rising score", _rising),
        Suspect("the argument `points` is ignored", _points_ignored),
        Suspect("a sum of rectangles between the points; asked is the mean", _rectangles),
    ),
    fair=_no_recall_on_a_point,
)
