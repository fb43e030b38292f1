"""The median filter of an image."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Integers = NDArray[np.integer]


def median_filter(img: ArrayLike, k: int = 3) -> Integers:
    """Image of img's shape, each pixel the median of the k x k pixels around it.

    img is (H, W), or (H, W, C) with each channel by itself; integers. k is odd, so the median is
    the middle one of k^2 values and an integer, too. All windows look at img as it was given;
    beyond the border they see the nearest pixel of it. O(H W k^2 log k) time.
    Source: Huang, Yang, Tang 1979, IEEE Transactions on ASSP 27.

    >>> median_filter([[9, 1, 2], [3, 4, 5], [6, 7, 0]]).tolist()
    [[4, 3, 2], [6, 4, 2], [6, 5, 4]]
    """
    img = np.asarray(img)
    border = [(k // 2, k // 2)] * 2 + [(0, 0)] * (img.ndim - 2)
    padded = np.pad(img, border, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(0, 1))
    middle = k * k // 2
    ranked = np.partition(windows.reshape(*img.shape, k * k), middle, axis=-1)
    return np.asarray(ranked[..., middle])


def _image(rng: Generator, *shape: int, **how: Any) -> Arguments:
    return {"img": rng.integers(0, 256, shape), **how}


def _square(rng: Generator, size: int) -> Arguments:
    return _image(rng, size + 4, size + 4)


def _larger_window(rng: Generator, size: int) -> Arguments:
    return _image(rng, size + 5, size + 5, k=5)


def _wide(rng: Generator, size: int) -> Arguments:
    return _image(rng, size + 2, size + 7, k=int(rng.choice([3, 5])))


def _tall(rng: Generator, size: int) -> Arguments:
    return _image(rng, size + 8, size + 2, k=int(rng.choice([3, 5])))


def _colours(rng: Generator, size: int) -> Arguments:
    return _image(rng, size + 3, size + 2, 3)


def _bytes(rng: Generator, size: int) -> Arguments:
    found = _image(rng, size + 3, size + 3)
    return found | {"img": found["img"].astype(np.uint8)}


def _signed(rng: Generator, size: int) -> Arguments:
    return {"img": rng.integers(-3000, 3000, (size + 3, size + 3)).astype(np.int16)}


def _one_by_one_window(rng: Generator, size: int) -> Arguments:
    return _image(rng, size + 1, size + 2, k=1)


def _window_beyond_image(rng: Generator, size: int) -> Arguments:
    return _image(rng, size, 2, k=7)


def _one_pixel(rng: Generator, size: int) -> Arguments:
    return _image(rng, 1, 1, k=2 * size + 1)


def _one_row(rng: Generator, size: int) -> Arguments:
    return _image(rng, 1, 2 * size + 3)


def _salt_and_pepper(rng: Generator, size: int) -> Arguments:
    img = np.full((size + 5, size + 5), rng.integers(60, 200))
    img[rng.random(img.shape) < 0.2] = rng.choice([0, 255])
    return {"img": img}


def _step(rng: Generator, size: int) -> Arguments:
    """Two flat halves: the edge between them stays sharp."""
    img = np.full((size + 4, size + 5), rng.integers(20, 90))
    img[:, size + 2 :] += rng.integers(40, 120)
    return {"img": img, "k": 3}


def _large(rng: Generator, size: int) -> Arguments:
    return _image(rng, 20 * size, 16 * size, k=5)


def _recursive(img: Any, k: int = 3) -> Integers:
    """Writes into what later windows read."""
    border = [(k // 2, k // 2)] * 2 + [(0, 0)] * (img.ndim - 2)
    padded = np.pad(img, border, mode="edge")
    for i in range(img.shape[0]):
        for j in range(img.shape[1]):
            around = padded[i : i + k, j : j + k]
            padded[i + k // 2, j + k // 2] = np.median(around, axis=(0, 1))
    end = -(k // 2) or None
    return np.asarray(padded[k // 2 : end, k // 2 : end])


def _inside(img: Any, k: int, mode: Any) -> Integers:
    """The filter of an image that was padded beforehand in another way."""
    border = [(k // 2, k // 2)] * 2 + [(0, 0)] * (img.ndim - 2)
    end = -(k // 2) or None
    return median_filter(np.pad(img, border, mode=mode), k)[k // 2 : end, k // 2 : end]


def _zeros_outside(img: Any, k: int = 3) -> Integers:
    return _inside(img, k, "constant")


def _mirrored(img: Any, k: int = 3) -> Integers:
    return _inside(img, k, "reflect" if min(img.shape[:2]) > k // 2 else "symmetric")


def _mean(img: Any, k: int = 3) -> Integers:
    border = [(k // 2, k // 2)] * 2 + [(0, 0)] * (img.ndim - 2)
    windows = np.lib.stride_tricks.sliding_window_view(
        np.pad(img, border, mode="edge"), (k, k), axis=(0, 1)
    )
    return np.asarray(windows.mean(axis=(-1, -2)).astype(img.dtype))


def _across_channels(img: Any, k: int = 3) -> Integers:
    if img.ndim == 2:
        raise ValueError("there are no channels")
    padded = np.pad(img, ((k // 2, k // 2), (k // 2, k // 2), (0, 0)), mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(0, 1))
    one = np.median(windows, axis=(2, 3, 4)).astype(img.dtype)
    return np.repeat(one[..., None], img.shape[2], axis=2)


def _three_by_three(img: Any, **_: int) -> Integers:
    return median_filter(img)


HIDDEN = Hidden(
    Exercise(
        name="median_filter",
        summary="The median filter of an image.",
        parameters=(
            Parameter("img", "(H, W) or (H, W, C) array of integers of any width"),
            Parameter("k", "the side of the window, odd", "3"),
        ),
        returns="array of img's shape, integers",
        kind=Returns.INTEGER,
        conventions=(
            "Each pixel becomes the median of the k x k pixels around it, in img as it was given.",
            "Beyond the border the nearest pixel of the image counts (np.pad's mode 'edge').",
            "Each channel is filtered by itself.",
            "k may be 1, or greater than the image.",
            "img comes back unchanged.",
        ),
        example=(
            (
                "median_filter(np.array([[9, 1, 2], [3, 4, 5], [6, 7, 0]]))",
                "array([[4, 3, 2],\n       [6, 4, 2],\n       [6, 5, 4]])",
            ),
        ),
    ),
    median_filter,
    (
        Family(Category.BASIC, "a square image", _square, 3),
        Family(Category.BASIC, "a window of 5", _larger_window),
        Family(Category.SHAPE, "a wide image", _wide),
        Family(Category.SHAPE, "a tall image", _tall),
        Family(Category.SHAPE, "an image with colours", _colours),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.DTYPE, "int16, some below 0", _signed, 1),
        Family(Category.EDGE, "a window of 1", _one_by_one_window, 1),
        Family(Category.EDGE, "a window greater than the image", _window_beyond_image, 1),
        Family(Category.EDGE, "one pixel", _one_pixel, 1),
        Family(Category.EDGE, "one row", _one_row, 1),
        Family(Category.EDGE, "salt or pepper on a flat image", _salt_and_pepper, 1),
        Family(Category.EDGE, "a step between two flat halves", _step, 1),
        Family(Category.ALIASING, "the input stays as it was", _square),
        Family(Category.LARGE, "a large image", _large, 1),
    ),
    (
        Suspect("results are written into the image that is still being read", _recursive),
        Suspect("zeros beyond the border instead of the nearest pixel", _zeros_outside),
        Suspect("the image is mirrored beyond its border instead of repeated", _mirrored),
        Suspect("the mean instead of the median", _mean),
        Suspect("one median for all channels together", _across_channels),
        Suspect("a window of 3, whatever k says", _three_by_three),
    ),
)
