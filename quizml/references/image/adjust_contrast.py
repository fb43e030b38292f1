"""More or less contrast, about the mean grey of the image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def adjust_contrast(img: ArrayLike, factor: float) -> Floats:
    r"""Image of img's shape, its values `factor` times as far from the mean grey, within [0, 255].

    $x' = \min(255, \max(0, m + f (x - m)))$ with one m for the whole image: the mean of its grey
    values, which are 0.299 R + 0.587 G + 0.114 B where img is (H, W, 3), and the values themselves
    where it is (H, W). f = 0 gives that grey all over, f = 1 the image. Not rounded.
    Source: torchvision documentation, adjust_contrast (which rounds for uint8).

    >>> adjust_contrast([[100, 140], [60, 100]], 2.0).tolist()
    [[100.0, 180.0], [20.0, 100.0]]
    """
    img = np.asarray(img, dtype=np.float64)
    grey = img @ np.array([0.299, 0.587, 0.114]) if img.ndim == 3 else img
    middle = grey.mean()
    return np.asarray(np.clip(middle + factor * (img - middle), 0, 255))


def _image(rng: Generator, *shape: int, factor: float) -> Arguments:
    """Values of some image with much light or little, well within the range."""
    low = int(rng.integers(60, 110))
    return {"img": rng.integers(low, low + 60, shape).astype(np.float64), "factor": factor}


def _gently(rng: Generator) -> float:
    return float(rng.choice([0.4, 0.5, 0.75, 1.25, 1.5]))


def _grey(rng: Generator, size: int) -> Arguments:
    return _image(rng, size + 1, size + 2, factor=_gently(rng))


def _colours(rng: Generator, size: int) -> Arguments:
    """The channels differ, as in most photos."""
    found = _image(rng, size + 1, size + 2, 3, factor=_gently(rng))
    return found | {"img": found["img"] + rng.permutation([-25.0, 0.0, 25.0])}


def _three_columns(rng: Generator, size: int) -> Arguments:
    return _image(rng, size + 1, 3, factor=_gently(rng))


def _three_rows(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    found = _image(rng, 3, 3, 3, factor=_gently(rng))
    return found | {"img": found["img"] + rng.permutation([-25.0, 0.0, 25.0])}


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _colours(rng, size)
    return found | {"img": found["img"].astype(np.float32)}


def _bytes(rng: Generator, size: int) -> Arguments:
    found = _grey(rng, size)
    return found | {"img": found["img"].astype(np.uint8)}


def _colour_bytes(rng: Generator, size: int) -> Arguments:
    found = _colours(rng, size)
    return found | {"img": found["img"].astype(np.uint8)}


def _integers(rng: Generator, size: int) -> Arguments:
    found = _grey(rng, size)
    return found | {"img": found["img"].astype(np.int64)}


def _strongly(rng: Generator, size: int) -> Arguments:
    """So strong that dark and bright pixels reach the ends."""
    img = np.concatenate([rng.integers(10, 60, 2 * size), rng.integers(190, 250, 2 * size)])
    return {
        "img": rng.permutation(img.astype(np.float64)).reshape(2, -1),
        "factor": float(rng.integers(3, 6)),
    }


def _nothing_left(rng: Generator, size: int) -> Arguments:
    found = _colours(rng, size)
    return found | {"factor": 0.0}


def _unchanged(rng: Generator, size: int) -> Arguments:
    found = _colours(rng, size)
    return found | {"factor": 1.0}


def _flat(rng: Generator, size: int) -> Arguments:
    img = np.full((size, size + 1), float(rng.integers(20, 200)))
    return {"img": img, "factor": float(rng.integers(2, 9))}


def _one_pixel(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    found = _image(rng, 1, 1, 3, factor=_gently(rng))
    return found | {"img": found["img"] + rng.permutation([-25.0, 0.0, 25.0])}


def _dark(rng: Generator, size: int) -> Arguments:
    """A pivot of 127 would make it black."""
    img = rng.integers(20, 40, (size + 1, size + 1)).astype(np.float64)
    return {"img": img, "factor": 1.5}


def _large(rng: Generator, size: int) -> Arguments:
    return {"img": rng.integers(0, 256, (40 * size, 30 * size, 3), np.uint8), "factor": 1.5}


def _about(img: Any, factor: float, middle: Any) -> Floats:
    wide = np.asarray(img, dtype=np.float64)
    return np.asarray(np.clip(middle + factor * (wide - middle), 0, 255))


def _about_127(img: Any, factor: float) -> Floats:
    return _about(img, factor, 127.0)


def _about_plain_mean(img: Any, factor: float) -> Floats:
    return _about(img, factor, img.mean())


def _each_channel(img: Any, factor: float) -> Floats:
    return _about(img, factor, img.mean(axis=(0, 1)))


def _from_zero(img: Any, factor: float) -> Floats:
    return _about(img, factor, 0.0)


def _not_clipped(img: Any, factor: float) -> Floats:
    middle = adjust_contrast(img, 0.0)
    return middle + factor * (np.asarray(img, dtype=np.float64) - middle)


def _own_grey(img: Any, factor: float) -> Floats:
    if img.ndim == 2:
        raise ValueError("each pixel is its own grey")
    return _about(img, factor, (img @ np.array([0.299, 0.587, 0.114]))[..., None])


HIDDEN = Hidden(
    Exercise(
        name="adjust_contrast",
        summary="Change the contrast of an image about its mean grey.",
        parameters=(
            Parameter("img", "(H, W) or (H, W, 3) array, values 0 to 255, floats or uint8"),
            Parameter("factor", "at least 0; 1 changes nothing"),
        ),
        returns="array of img's shape, floats from 0 to 255",
        conventions=(
            "Each value x becomes m + factor * (x - m), with one m for the whole image.",
            "m is the mean grey: grey is 0.299 R + 0.587 G + 0.114 B where there are colours.",
            "The result is clipped to [0, 255], and not rounded; also for uint8 it is floats.",
            "img comes back unchanged.",
        ),
        example=(
            (
                "adjust_contrast(np.array([[100, 140], [60, 100]]), 2.0)",
                "array([[100., 180.],\n       [ 20., 100.]])",
            ),
        ),
    ),
    adjust_contrast,
    (
        Family(Category.BASIC, "a grey image", _grey, 4),
        Family(Category.SHAPE, "an image with colours", _colours, 3),
        Family(Category.SHAPE, "a grey image of three columns", _three_columns, 1),
        Family(Category.SHAPE, "three rows, columns and colours", _three_rows, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.DTYPE, "uint8 with colours", _colour_bytes, 1),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "so strong that values reach the ends", _strongly),
        Family(Category.EDGE, "factor 0", _nothing_left, 1),
        Family(Category.EDGE, "factor 1", _unchanged, 1),
        Family(Category.EDGE, "a flat image", _flat, 1),
        Family(Category.EDGE, "one pixel", _one_pixel, 1),
        Family(Category.EDGE, "a dark image", _dark, 1),
        Family(Category.ALIASING, "the input stays as it was", _colours),
        Family(Category.LARGE, "a large image", _large, 1),
    ),
    (
        Suspect("the pivot is 127 instead of the image's mean grey", _about_127),
        Suspect("the pivot is the plain mean of all channels", _about_plain_mean),
        Suspect("each channel has a pivot of its own", _each_channel),
        Suspect("each pixel's own grey is the pivot: that is saturation", _own_grey),
        Suspect("multiplied without a pivot: that is brightness", _from_zero),
        Suspect("the result is not clipped to [0, 255]", _not_clipped),
    ),
)
