"""Colours from RGB to HSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def rgb_to_hsv(img: ArrayLike) -> Floats:
    r"""Array of img's shape (..., 3) with hue in [0, 360), saturation and value in [0, 1].

    img holds R, G, B in [0, 1]; integers are 0 to 255 and divided by 255. With the largest M and
    the smallest m of the three, $V = M$ and $S = (M - m) / M$. The hue is
    $60 (G - B) / (M - m)$, modulo 360, where red is the largest, $120 + 60 (B - R) / (M - m)$ where
    green is, else $240 + 60 (R - G) / (M - m)$. Grey (M = m) has H = S = 0, black as well.
    Source: Smith 1978, Color Gamut Transform Pairs, SIGGRAPH 78 (the hexcone model).

    >>> rgb_to_hsv([[1.0, 0.0, 0.5], [0.2, 0.4, 0.2]]).round(4).tolist()
    [[330.0, 1.0, 1.0], [120.0, 0.5, 0.4]]
    """
    rgb = np.asarray(img)
    rgb = rgb / 255 if rgb.dtype.kind in "iu" else rgb.astype(np.float64)
    red, green, blue = np.moveaxis(rgb, -1, 0)
    value = rgb.max(axis=-1)
    chroma = value - rgb.min(axis=-1)
    divisor = np.where(chroma > 0, chroma, 1.0)
    sixth = np.where(
        value == red,
        (green - blue) / divisor % 6,
        np.where(value == green, 2 + (blue - red) / divisor, 4 + (red - green) / divisor),
    )
    saturation = chroma / np.where(value > 0, value, 1.0)
    return np.stack([60 * sixth, saturation, value], axis=-1)


def _all_orders(rng: Generator, *shape: int) -> Floats:
    """Colours on a grid of 1/255, among them each of the six orders of the channels."""
    flat = rng.permuted(np.tile(np.arange(256), (int(np.prod(shape)), 1)), axis=1)[:, :3]
    flat = np.sort(flat, axis=1)
    orders = np.array([[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    turns = orders[(np.arange(len(flat)) + rng.integers(6)) % 6]
    return np.asarray(np.take_along_axis(flat, turns, axis=1).reshape(*shape, 3) / 255)


def _image(rng: Generator, size: int) -> Arguments:
    return {"img": _all_orders(rng, size, 6)}


def _one_colour(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"img": _all_orders(rng)}


def _list_of_colours(rng: Generator, size: int) -> Arguments:
    return {"img": _all_orders(rng, 3 * size)}


def _batch(rng: Generator, size: int) -> Arguments:
    return {"img": _all_orders(rng, 2, size, 3)}


def _square(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """Three by three by three, so that the channels may be mistaken."""
    return {"img": _all_orders(rng, 3, 3)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    steps = np.rint(_all_orders(rng, size, 6) * 64) / 64
    return {"img": steps.astype(np.float32)}


def _bytes(rng: Generator, size: int) -> Arguments:
    return {"img": np.rint(_all_orders(rng, size, 6) * 255).astype(np.uint8)}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"img": np.rint(_all_orders(rng, size, 4) * 255).astype(np.int64)}


def _greys(rng: Generator, size: int) -> Arguments:
    img = _all_orders(rng, size + 1, 2)
    img[:, 0] = img[:, 0, :1]
    return {"img": img}


def _black(rng: Generator, size: int) -> Arguments:
    img = _all_orders(rng, size + 1, 2)
    img[rng.integers(size + 1), rng.integers(2)] = 0.0
    return {"img": img}


def _pure(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """Red, yellow, green, cyan, blue and magenta, by some brightness."""
    corners = [[1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 1, 1], [0, 0, 1], [1, 0, 1]]
    return {"img": rng.permutation(np.array(corners, dtype=np.float64)) * rng.integers(1, 9) / 8}


def _no_pixels(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"img": np.zeros((0, size, 3))}


def _two_alike(rng: Generator, size: int) -> Arguments:
    """Two channels share the largest or the smallest value."""
    img = _all_orders(rng, 3 * size)
    one, other = rng.permutation(3)[:2]
    img[:, one] = img[:, other]
    return {"img": img}


def _dark(rng: Generator, size: int) -> Arguments:
    return {"img": _all_orders(rng, size, 3) * 1e-6}


def _large(rng: Generator, size: int) -> Arguments:
    return {"img": _all_orders(rng, 16 * size, 16 * size)}


def _of(img: Any) -> Any:
    return img / 255 if img.dtype.kind in "iu" else np.asarray(img, dtype=np.float64)


def _changed(img: Any, which: int, values: Any) -> Floats:
    hsv = rgb_to_hsv(img)
    hsv[..., which] = values(_of(img), hsv[..., which])
    return hsv


def _negative_hue(img: Any) -> Floats:
    def unwrapped(rgb: Any, hue: Any) -> Any:
        return np.where((rgb.argmax(axis=-1) == 0) & (hue > 60), hue - 360, hue)

    return _changed(img, 0, unwrapped)


def _hue_of_one(img: Any) -> Floats:
    return np.asarray(rgb_to_hsv(img) / np.array([360.0, 1.0, 1.0]))


def _saturation_of_hsl(img: Any) -> Floats:
    def hsl(rgb: Any, _: Any) -> Any:
        high, low = rgb.max(axis=-1), rgb.min(axis=-1)
        room = 1 - np.abs(high + low - 1)
        return (high - low) / np.where(room > 0, room, 1.0)

    return _changed(img, 1, hsl)


def _chroma(img: Any) -> Floats:
    return _changed(img, 1, lambda rgb, _: rgb.max(axis=-1) - rgb.min(axis=-1))


def _mean_value(img: Any) -> Floats:
    return _changed(img, 2, lambda rgb, _: rgb.mean(axis=-1))


def _blue_first(img: Any) -> Floats:
    return rgb_to_hsv(img[..., ::-1])


HIDDEN = Hidden(
    Exercise(
        name="rgb_to_hsv",
        summary="Colours from RGB to hue, saturation and value.",
        parameters=(
            Parameter("img", "(..., 3) array: R, G, B from 0 to 1, or integers from 0 to 255"),
        ),
        returns="array of img's shape: hue in degrees, saturation, value; floats",
        conventions=(
            "Hue is in [0, 360): red is 0, green 120, blue 240.",
            "Saturation and value are in [0, 1]. Integers (uint8 among them) are divided by 255.",
            "Grey has hue and saturation 0, and so has black.",
            "There may be a single colour (3,), any number of axes, or no pixels.",
            "img comes back unchanged.",
        ),
        example=(
            (
                "rgb_to_hsv(np.array([[1., 0., .5], [.2, .4, .2]])).round(4)",
                "array([[330. ,   1. ,   1. ],\n       [120. ,   0.5,   0.4]])",
            ),
        ),
    ),
    rgb_to_hsv,
    (
        Family(Category.BASIC, "an image", _image, 3),
        Family(Category.SHAPE, "one colour", _one_colour),
        Family(Category.SHAPE, "a list of colours", _list_of_colours),
        Family(Category.SHAPE, "several images", _batch, 1),
        Family(Category.SHAPE, "three rows and three columns", _square, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "greys", _greys, 1),
        Family(Category.EDGE, "black", _black, 1),
        Family(Category.EDGE, "pure colours", _pure, 1),
        Family(Category.EDGE, "no pixels", _no_pixels, 1),
        Family(Category.EDGE, "two equal channels", _two_alike),
        Family(Category.STABILITY, "very dark colours", _dark, 1),
        Family(Category.ALIASING, "the input stays as it was", _image),
        Family(Category.LARGE, "a large image", _large, 1),
    ),
    (
        Suspect("the hue of colours between magenta and red is negative", _negative_hue),
        Suspect("the hue runs from 0 to 1 instead of 360", _hue_of_one),
        Suspect("the saturation is that of HSL", _saturation_of_hsl),
        Suspect("the saturation is not divided by the largest channel", _chroma),
        Suspect("the value is the mean of the channels, not the largest", _mean_value),
        Suspect("the channels are read as B, G, R", _blue_first),
    ),
)
