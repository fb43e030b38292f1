"""Intersection over union of masks, pixel by pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Masks = NDArray[Any]


def mask_iou(masks_a: ArrayLike, masks_b: ArrayLike) -> Floats:
    """Overlap |A & B| / |A | B| of every mask in (N, H, W) with every mask in (M, H, W): (N, M).

    A pixel belongs to a mask where its value is not 0. Two empty masks have the IoU 0, not 0/0.
    Counting pixels is a product of matrices: O(N M H W) time, O((N + M) H W) memory.
    Source: He et al. 2017, arXiv:1703.06870, section 4.1 (mask AP by mask IoU).

    >>> a = [[[1, 1], [0, 0]], [[0, 0], [0, 0]]]
    >>> mask_iou(a, [[[1, 0], [1, 0]], [[1, 1], [0, 0]]]).round(4).tolist()
    [[0.3333, 1.0], [0.0, 0.0]]
    """
    a, b = np.asarray(masks_a) != 0, np.asarray(masks_b) != 0
    rows_a, rows_b = (x.reshape(len(x), np.prod(x.shape[1:], dtype=int)) for x in (a, b))
    overlap = rows_a.astype(np.float64) @ rows_b.T.astype(np.float64)
    union = rows_a.sum(axis=1)[:, None] + rows_b.sum(axis=1)[None, :] - overlap
    shares: Floats = np.divide(overlap, union, out=np.zeros_like(overlap), where=union > 0)
    return shares


def _blobs(rng: Generator, count: int, high: int, wide: int) -> NDArray[np.bool_]:
    """Ellipses with a bite taken out: their bounding boxes say little about them."""
    y, x = np.mgrid[:high, :wide]
    masks = np.zeros((count, high, wide), dtype=bool)
    for mask in masks:
        middle = rng.uniform(0.3, 0.7, 2) * (high, wide)
        radii = rng.uniform(0.25, 0.5, 2) * (high, wide)
        mask[...] = ((y - middle[0]) / radii[0]) ** 2 + ((x - middle[1]) / radii[1]) ** 2 <= 1
        mask[rng.random(mask.shape) > rng.uniform(0.5, 1)] = False
        mask[int(middle[0]), int(middle[1])] = True
    return masks


def _pair(rng: Generator, size: int, counts: Any, kind: type = bool) -> Arguments:
    high, wide = 2 * size + 2, 2 * size + 3
    names = ("masks_a", "masks_b")
    pairs = zip(names, counts, strict=True)
    return {name: _blobs(rng, int(n), high, wide).astype(kind) for name, n in pairs}


def _one_pair(rng: Generator, size: int) -> Arguments:
    return _pair(rng, size, (1, 1))


def _some(rng: Generator, size: int) -> Arguments:
    return _pair(rng, size, (3, 3))


def _more_of_one(rng: Generator, size: int) -> Arguments:
    return _pair(rng, size, rng.permutation([size, size + 2]))


def _one_row(rng: Generator, size: int) -> Arguments:
    """Masks one pixel high, or one wide."""
    shape = rng.permutation([1, 4 * size])
    masks = rng.random((2, size + 1, *shape)) < 0.6
    return {"masks_a": masks[0], "masks_b": masks[1]}


def _zeros_and_ones(rng: Generator, size: int) -> Arguments:
    return _pair(rng, size, (2, 3), np.int64)


def _bytes(rng: Generator, size: int) -> Arguments:
    """255 where set, as images have it; more pixels in common than a byte can count."""
    found = {}
    for name, count in (("masks_a", 2), ("masks_b", 3)):
        masks = rng.random((count, 2 * size + 22, 2 * size + 23)) < rng.uniform(0.65, 0.95)
        found[name] = masks * np.uint8(255)
    return found


def _numbered(rng: Generator, size: int) -> Arguments:
    """Each mask with a number of its own, as instances have: 1, 2, 4, ..."""
    found = _pair(rng, size, (2, 3), np.int64)
    found["masks_a"] *= np.array([1, 2])[:, None, None]
    found["masks_b"] *= np.array([4, 1, 3])[:, None, None]
    return found


def _mixed(rng: Generator, size: int) -> Arguments:
    found = _pair(rng, size, (2, 2))
    return found | {"masks_b": found["masks_b"].astype(np.float32)}


def _no_masks(rng: Generator, size: int) -> Arguments:
    return _pair(rng, size, rng.permutation([0, size]))


def _with_empty_masks(rng: Generator, size: int) -> Arguments:
    found = _pair(rng, size, (3, 2))
    found["masks_a"][rng.integers(0, 3)] = False
    found["masks_b"][rng.integers(0, 2)] = False
    return found


def _apart(rng: Generator, size: int) -> Arguments:
    found = _pair(rng, size, (2, 2))
    half = size + 1
    found["masks_a"][:, :, half:] = False
    found["masks_b"][:, :, :half] = False
    return found


def _same_and_full(rng: Generator, size: int) -> Arguments:
    a = _blobs(rng, 2, 2 * size + 2, 2 * size + 3)
    return {"masks_a": a, "masks_b": np.vstack([a, np.ones_like(a[:1]), ~a[:1]])}


def _many(rng: Generator, size: int) -> Arguments:
    names = zip(("masks_a", "masks_b"), (5 * size, 4 * size), strict=True)
    return {name: _blobs(rng, count, 16 * size, 18 * size) for name, count in names}


def _flat(masks_a: Masks, masks_b: Masks) -> tuple[Floats, Floats, Floats]:
    """Pixels in both, in A, in B, for every pair."""
    a, b = ((x != 0).reshape(len(x), -1).astype(np.float64) for x in (masks_a, masks_b))
    both = a @ b.T
    return both, a.sum(axis=1)[:, None] + 0 * both, b.sum(axis=1) + 0 * both


def _over(share: Floats, whole: Floats) -> Floats:
    return np.asarray(share / np.where(whole > 0, whole, 1))


def _dice(masks_a: Masks, masks_b: Masks) -> Floats:
    both, a, b = _flat(masks_a, masks_b)
    return _over(2 * both, a + b)


def _over_first(masks_a: Masks, masks_b: Masks) -> Floats:
    both, a, _ = _flat(masks_a, masks_b)
    return _over(both, a)


def _overlap_twice(masks_a: Masks, masks_b: Masks) -> Floats:
    both, a, b = _flat(masks_a, masks_b)
    return _over(both, a + b)


def _bounds(masks: Masks) -> Floats:
    """The bounding boxes, edges included."""
    boxes = np.zeros((len(masks), 4))
    for box, mask in zip(boxes, masks, strict=True):
        y, x = np.nonzero(mask)
        if len(y):
            box[...] = x.min(), y.min(), x.max() + 1, y.max() + 1
    return boxes


def _of_boxes(masks_a: Masks, masks_b: Masks) -> Floats:
    return iou(_bounds(masks_a), _bounds(masks_b))


def _agreement(masks_a: Masks, masks_b: Masks) -> Floats:
    both, a, b = _flat(masks_a, masks_b)
    total = np.prod(masks_a.shape[1:])
    return np.asarray((total - a - b + 2 * both) / total)


HIDDEN = Hidden(
    Exercise(
        name="mask_iou",
        summary="Intersection over union of every mask in one set with every mask in another.",
        parameters=(
            Parameter("masks_a", "(N, H, W) array of masks: a pixel is in where it is not 0"),
            Parameter("masks_b", "(M, H, W) array of masks likewise"),
        ),
        returns="(N, M) array of floats between 0 and 1",
        conventions=(
            "Masks may be booleans or numbers (0 and 1, 0 and 255, an instance's number).",
            "Only whether a value is 0 counts.",
            "Where the union is empty (two empty masks) the answer is 0.",
            "N or M may be 0; H and W are at least 1.",
        ),
        example=(
            (
                "mask_iou(np.array([[[1, 1], [0, 0]]]), np.array([[[1, 0], [1, 0]]])).round(4)",
                "array([[0.3333]])",
            ),
        ),
    ),
    mask_iou,
    (
        Family(Category.BASIC, "one pair of masks", _one_pair),
        Family(Category.BASIC, "every mask with every other", _some),
        Family(Category.SHAPE, "more masks in one set", _more_of_one, 3),
        Family(Category.SHAPE, "masks one pixel high or wide", _one_row),
        Family(Category.DTYPE, "integers 0 and 1", _zeros_and_ones),
        Family(Category.DTYPE, "bytes 0 and 255", _bytes),
        Family(Category.DTYPE, "a number for each instance", _numbered),
        Family(Category.DTYPE, "booleans and float32", _mixed),
        Family(Category.EDGE, "no masks in one set", _no_masks),
        Family(Category.EDGE, "empty masks among them", _with_empty_masks),
        Family(Category.EDGE, "masks that do not meet", _apart),
        Family(Category.EDGE, "the same mask, a full one and the rest", _same_and_full),
        Family(Category.ALIASING, "the inputs stay as they were", _numbered),
        Family(Category.LARGE, "many large masks", _many, 1),
    ),
    (
        Suspect("it is the Dice coefficient, 2 |A & B| / (|A| + |B|)", _dice),
        Suspect("the overlap is divided by the first mask, not by the union", _over_first),
        Suspect("the overlap counts twice in the union", _overlap_twice),
        Suspect("it is the IoU of the bounding boxes", _of_boxes),
        Suspect("it is the share of pixels that agree, background included", _agreement),
    ),
)
