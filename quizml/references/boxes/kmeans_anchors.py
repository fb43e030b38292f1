"""Anchor shapes by k-means on the sizes of the training boxes, with IoU for nearness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.boxes._draw import as_single, telling
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def shape_iou(sizes: Floats, anchors: Floats) -> Floats:
    """IoU of (N, 2) widths and heights with (K, 2), all boxes on one centre: (N, K)."""
    shared = np.minimum(sizes[:, None, :], anchors[None, :, :]).prod(axis=-1)
    union = sizes.prod(axis=-1)[:, None] + anchors.prod(axis=-1)[None, :] - shared
    return np.asarray(shared / union)


def kmeans_anchors(sizes: ArrayLike, anchors: ArrayLike, max_iter: int = 100) -> Floats:
    r"""The anchors' widths and heights after k-means with the distance 1 - IoU: (K, 2).

    sizes (N, 2) and the anchors to begin with (K, 2), all above 0. In each round every box goes to
    the anchor of largest IoU when both lie on one centre,
    $\min(w, w_k) \min(h, h_k) / (w h + w_k h_k - \min(w, w_k) \min(h, h_k))$ (of equal ones the
    lower index), and every anchor becomes the mean of its boxes; one without boxes stays as it
    is. It ends when no box changes its anchor, or after max_iter rounds. O(N K) a round.
    Source: Redmon and Farhadi 2017, arXiv:1612.08242, section 2, dimension clusters.

    >>> kmeans_anchors([[1, 2], [1, 3], [8, 4], [9, 4]], [[1, 2], [9, 4]]).tolist()
    [[1.0, 2.5], [8.5, 4.0]]
    """
    sizes = np.asarray(sizes, dtype=np.float64)
    anchors = np.array(anchors, dtype=np.float64)
    before = np.full(len(sizes), -1)
    for _ in range(max_iter):
        nearest = shape_iou(sizes, anchors).argmax(axis=1)
        if np.array_equal(nearest, before):
            break
        for k in np.unique(nearest):
            anchors[k] = sizes[nearest == k].mean(axis=0)
        before = nearest
    return anchors


def _shapes(rng: Generator, count: int) -> Floats:
    """Widths and heights from small to large, so that large boxes would win by distance."""
    return np.exp(rng.uniform(np.log(8), np.log(300), (count, 2))).round(1)


def _drawn(rng: Generator, count: int, clusters: int) -> Arguments:
    sizes = _shapes(rng, count)
    return {"sizes": sizes, "anchors": sizes[rng.choice(count, clusters, replace=False)]}


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 6 * size, 2 + (size > 2))


def _one_round(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"max_iter": 1}


def _two_rounds(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 8 * size, 3) | {"max_iter": 2}


def _one_anchor(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 3 * size, 1)


def _as_many_as_boxes(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, size + 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return as_single(_some(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    return {name: np.rint(value).astype(np.int64) for name, value in _some(rng, size).items()}


def _unwanted(rng: Generator, size: int) -> Arguments:
    """Two anchors that no box chooses: far too small, far too large."""
    found = _some(rng, size)
    odd = np.array([[0.5, 0.75], [9000.0, 8000.0]])
    return found | {"anchors": rng.permutation(np.vstack([found["anchors"], odd]))}


def _all_alike(rng: Generator, size: int) -> Arguments:
    one = _shapes(rng, 1)
    return {"sizes": np.repeat(one, size + 1, axis=0), "anchors": np.vstack([one * 1.5, one * 4])}


def _normalised(rng: Generator, size: int) -> Arguments:
    return {name: value / 1000 for name, value in _some(rng, size).items()}


def _equal_anchors(rng: Generator, size: int) -> Arguments:
    """The same anchor twice: the first gets the boxes, the second stays."""
    found = _some(rng, size)
    return found | {"anchors": found["anchors"][[0, 0, 1]]}


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 150 * size, 5) | {"max_iter": 10}


def _no_close_call(arguments: Arguments) -> bool:
    """Whether in no round the last digits decide whose a box is. Equal anchors are no matter."""
    sizes, anchors = (np.asarray(arguments[n], dtype=np.float64) for n in ("sizes", "anchors"))
    gap = 1e-4 if arguments["sizes"].dtype == np.float32 else 1e-9
    if not (np.all(sizes > 0) and np.all(anchors > 0)):
        return False
    for _ in range(arguments.get("max_iter", 100)):
        ious = shape_iou(sizes, anchors)
        best = ious.argmax(axis=1)
        near = ious > ious.max(axis=1, keepdims=True) - gap
        same = (anchors[None] == anchors[best][:, None]).all(axis=-1)
        if np.any(near & ~same):
            return False
        before, anchors = anchors, kmeans_anchors(sizes, anchors, 1)
        if np.array_equal(before, anchors):
            break
    return True


def _otherwise(
    near: Callable[..., Any] = shape_iou,
    middle: Callable[..., Any] = np.mean,
    *,
    sort: bool = False,
) -> Callable[..., Floats]:
    """The same rounds with another nearness or another middle."""

    def answer(sizes: NDArray[Any], anchors: NDArray[Any], max_iter: int = 100) -> Floats:
        sizes, anchors = sizes.astype(np.float64), np.array(anchors, dtype=np.float64)
        for _ in range(max_iter):
            nearest = near(sizes, anchors).argmax(axis=1)
            for k in np.unique(nearest):
                anchors[k] = middle(sizes[nearest == k], axis=0)
        return anchors[anchors.prod(axis=1).argsort()] if sort else anchors

    return answer


def _closeness(sizes: Floats, anchors: Floats) -> Floats:
    return np.asarray(-((sizes[:, None] - anchors) ** 2).sum(axis=-1))


def _without_union(sizes: Floats, anchors: Floats) -> Floats:
    return np.asarray(np.minimum(sizes[:, None], anchors).prod(axis=-1))


def _once(sizes: NDArray[Any], anchors: NDArray[Any], max_iter: int = 100) -> Floats:
    return kmeans_anchors(sizes, anchors, min(max_iter, 1))


_EUCLIDEAN = _otherwise(_closeness)
_MEDIAN = _otherwise(middle=np.median)
_SORTED = _otherwise(sort=True)

HIDDEN = Hidden(
    Exercise(
        name="kmeans_anchors",
        summary="Anchor sizes by k-means with the distance 1 - IoU.",
        parameters=(
            Parameter("sizes", "(N, 2) array of the boxes' widths and heights, above 0"),
            Parameter("anchors", "(K, 2) array of the anchors to begin with, likewise"),
            Parameter("max_iter", "the most rounds, at least 1", "100"),
        ),
        returns="(K, 2) array of widths and heights, floats, in the order of the first anchors",
        conventions=(
            "A round: each box goes to the anchor of largest IoU, both on one centre;",
            "then each anchor becomes the mean of its boxes.",
            "Of equal IoUs the lower index; an anchor without boxes stays as it is.",
            "It ends when no box changes its anchor, or after max_iter rounds.",
            "Both arrays may hold floats or integers, and come back unchanged.",
        ),
        example=(
            (
                "kmeans_anchors(np.array([[1, 2], [1, 3], [8, 4]]), np.array([[1, 2], [9, 4]]))",
                "array([[1. , 2.5],\n       [8. , 4. ]])",
            ),
        ),
    ),
    kmeans_anchors,
    (
        Family(
            Category.BASIC, "one round", telling(_one_round, kmeans_anchors, _EUCLIDEAN, _MEDIAN)
        ),
        Family(
            Category.BASIC,
            "until nothing changes",
            telling(_some, kmeans_anchors, _EUCLIDEAN, _once),
        ),
        Family(Category.BASIC, "two rounds", telling(_two_rounds, kmeans_anchors, _SORTED, _once)),
        Family(Category.SHAPE, "one anchor", _one_anchor),
        Family(Category.SHAPE, "as many anchors as boxes", _as_many_as_boxes),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "anchors that no box chooses", _unwanted),
        Family(Category.EDGE, "all boxes alike", _all_alike, 1),
        Family(Category.STABILITY, "sizes between 0 and 1", _normalised),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "two equal anchors", _equal_anchors),
        Family(Category.LARGE, "hundreds of boxes", _many, 1),
    ),
    (
        Suspect("boxes go to the nearest anchor by Euclidean distance, not by IoU", _EUCLIDEAN),
        Suspect("the anchors become medians, not means", _MEDIAN),
        Suspect("the shared area is not divided by the union", _otherwise(_without_union)),
        Suspect("it ends after one round", _once),
        Suspect("the right anchors, but sorted by area", _SORTED),
    ),
    fair=_no_close_call,
)
