"""Dice loss of predicted masks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def dice_loss(probs: ArrayLike, targets: ArrayLike, smooth: float = 1.0) -> float:
    r"""The mean over images and classes of $1 - (2 \sum pg + s) / (\sum p + \sum g + s)$.

    probs and targets are (N, C, ...) with one axis or more for the pixels: N images, C classes,
    p a predicted probability and g its target, 0 or 1. The sums run over the pixels of one
    class of one image; s = smooth > 0 stands above and below, so a mask that is empty in both
    costs 0. Source: Milletari et al. 2016, arXiv:1606.04797, section 3, with plain sums in the
    denominator instead of squares.

    >>> round(dice_loss([[[1.0, 0.5, 0.0]]], [[[1, 1, 0]]]), 4)
    0.1111
    """
    p = np.asarray(probs, dtype=np.float64)
    g = np.asarray(targets, dtype=np.float64)
    pixels = tuple(range(2, p.ndim))
    both = (p * g).sum(axis=pixels)
    either = p.sum(axis=pixels) + g.sum(axis=pixels)
    return float((1 - (2 * both + smooth) / (either + smooth)).mean())


def _masks(rng: Generator, *shape: int) -> Arguments:
    """Targets of a third of the pixels, one at least, and probabilities that lean to them."""
    chances = rng.random(shape)
    least = chances.min(axis=tuple(range(2, len(shape))), keepdims=True)
    targets = ((chances < 0.35) | (chances == least)).astype(np.float64)
    return {"probs": 0.6 * rng.random(shape) + 0.35 * targets, "targets": targets}


def _one_mask(rng: Generator, size: int) -> Arguments:
    return _masks(rng, 1, 1, size + 1, size + 2)


def _some_images(rng: Generator, size: int) -> Arguments:
    return _masks(rng, size + 1, 1, 3, 4)


def _some_classes(rng: Generator, size: int) -> Arguments:
    return _masks(rng, 2, size + 1, 3, 3)


def _row_of_pixels(rng: Generator, size: int) -> Arguments:
    return _masks(rng, 2, 3, size + 3)


def _volume(rng: Generator, size: int) -> Arguments:
    return _masks(rng, 2, 2, size, 2, 3)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _some_classes(rng, size).items()}


def _hard_integers(rng: Generator, size: int) -> Arguments:
    drawn = _masks(rng, 2, 2, size + 1, 3)
    return {name: (value > 0.4).astype(np.int64) for name, value in drawn.items()}


def _booleans(rng: Generator, size: int) -> Arguments:
    drawn = _some_classes(rng, size)
    return drawn | {"targets": drawn["targets"] > 0}


def _other_smooth(rng: Generator, size: int) -> Arguments:
    return _some_images(rng, size) | {"smooth": float(rng.choice([1e-5, 0.1, 10.0]))}


def _empty_target(rng: Generator, size: int) -> Arguments:
    drawn = _masks(rng, 2, 2, size + 1, 3)
    drawn["targets"][rng.integers(0, 2), rng.integers(0, 2)] = 0
    return drawn


def _empty_both(rng: Generator, size: int) -> Arguments:
    drawn = _empty_target(rng, size)
    drawn["probs"][~drawn["targets"].any(axis=(2, 3))] = 0
    return drawn | {"smooth": float(rng.choice([1e-5, 1.0]))}


def _one_class_perfect(rng: Generator, size: int) -> Arguments:
    drawn = _masks(rng, 2, 3, size + 1, 3)
    drawn["probs"][:, 0] = drawn["targets"][:, 0]
    return drawn


def _apart(rng: Generator, size: int) -> Arguments:
    drawn = _masks(rng, 2, 1, size + 1, 4)
    return drawn | {"probs": drawn["probs"] * (1 - drawn["targets"])}


def _sizes_apart(rng: Generator, size: int) -> Arguments:
    """A large and a small object: one Dice for both would forget the small one."""
    drawn = _masks(rng, 2, 2, size + 2, 4)
    drawn["targets"][:, 0] = rng.random((2, size + 2, 4)) < 0.9
    drawn["targets"][:, 1] = 0
    drawn["targets"][:, 1, 0, 0] = 1
    return drawn


def _many(rng: Generator, size: int) -> Arguments:
    return _masks(rng, size, 3, 32 * size, 32 * size)


def _over_the_batch(probs: Floats, targets: Floats, smooth: float = 1.0) -> float:
    return dice_loss(probs.reshape(1, 1, -1), targets.reshape(1, 1, -1), smooth)


def _over_the_image(probs: Floats, targets: Floats, smooth: float = 1.0) -> float:
    flat = (len(probs), 1, -1)
    return dice_loss(probs.reshape(flat), targets.reshape(flat), smooth)


def _sums(p: Floats, g: Floats) -> tuple[Floats, Floats, Floats]:
    p, g = p.astype(np.float64), g.astype(np.float64)
    pixels = tuple(range(2, p.ndim))
    squares = (p**2 + g**2).sum(axis=pixels)
    return (p * g).sum(axis=pixels), (p + g).sum(axis=pixels), squares


def _squared(probs: Floats, targets: Floats, smooth: float = 1.0) -> float:
    both, _, squares = _sums(probs, targets)
    return float((1 - (2 * both + smooth) / (squares + smooth)).mean())


def _smooth_below_only(probs: Floats, targets: Floats, smooth: float = 1.0) -> float:
    both, either, _ = _sums(probs, targets)
    return float((1 - 2 * both / (either + smooth)).mean())


def _smooth_doubled(probs: Floats, targets: Floats, smooth: float = 1.0) -> float:
    both, either, _ = _sums(probs, targets)
    return float((1 - 2 * (both + smooth) / (either + smooth)).mean())


def _without_smooth(probs: Floats, targets: Floats, smooth: float = 1.0) -> float:  # noqa: ARG001
    both, either, _ = _sums(probs, targets)
    return float((1 - 2 * both / either).mean())


def _jaccard(probs: Floats, targets: Floats, smooth: float = 1.0) -> float:
    both, either, _ = _sums(probs, targets)
    return float((1 - (both + smooth) / (either - both + smooth)).mean())


def _hardened(probs: Floats, targets: Floats, smooth: float = 1.0) -> float:
    return dice_loss(probs > 0.5, targets, smooth)


def _coefficient(probs: Floats, targets: Floats, smooth: float = 1.0) -> float:
    return 1 - dice_loss(probs, targets, smooth)


HIDDEN = Hidden(
    Exercise(
        name="dice_loss",
        summary="Dice loss of predicted masks, averaged over images and classes.",
        parameters=(
            Parameter(
                "probs", "(N, C, ...) array of probabilities, with one axis of pixels or more"
            ),
            Parameter("targets", "array of the same shape, 0 or 1: floats, integers or booleans"),
            Parameter("smooth", "added to the numerator and to the denominator; above 0", "1.0"),
        ),
        returns="one float, the loss: the mean over the N * C masks",
        conventions=(
            "One Dice for each class of each image: the sums run over its pixels alone.",
            "A loss is 1 - (2 * sum(p * g) + smooth) / (sum(p) + sum(g) + smooth).",
            "A mask that is empty in probs and in targets costs 0.",
            "probs and targets come back unchanged.",
        ),
        example=(
            (
                "round(dice_loss(np.array([[[1.0, 0.5, 0.0]]]), np.array([[[1, 1, 0]]])), 4)",
                "0.1111",
            ),
        ),
    ),
    dice_loss,
    (
        Family(Category.BASIC, "one mask", _one_mask, 3),
        Family(Category.BASIC, "some images", _some_images),
        Family(Category.BASIC, "some classes", _some_classes),
        Family(Category.SHAPE, "pixels in a row", _row_of_pixels),
        Family(Category.SHAPE, "pixels in a volume", _volume),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "hard masks of integers", _hard_integers),
        Family(Category.DTYPE, "boolean targets", _booleans),
        Family(Category.EDGE, "another smooth", _other_smooth),
        Family(Category.EDGE, "a target without pixels", _empty_target),
        Family(Category.EDGE, "empty in both", _empty_both),
        Family(Category.EDGE, "one class perfect", _one_class_perfect, 1),
        Family(Category.EDGE, "no overlap", _apart, 1),
        Family(Category.EDGE, "a large and a small object", _sizes_apart),
        Family(Category.ALIASING, "the inputs stay as they were", _some_classes),
        Family(Category.LARGE, "images of thousands of pixels", _many, 1),
    ),
    (
        Suspect("one Dice for the whole batch instead of one for each mask", _over_the_batch),
        Suspect("one Dice for all classes of an image", _over_the_image),
        Suspect("the terms of the denominator are squared (V-Net); plain sums are asked", _squared),
        Suspect("`smooth` is missing in the numerator", _smooth_below_only),
        Suspect("`smooth` is doubled together with the overlap", _smooth_doubled),
        Suspect("`smooth` is missing: 0/0 for empty masks", _without_smooth),
        Suspect("this is the IoU (Jaccard) loss", _jaccard),
        Suspect("probabilities are rounded to 0 or 1 first", _hardened),
        Suspect("this is the Dice coefficient; the loss is 1 minus it", _coefficient),
    ),
)
