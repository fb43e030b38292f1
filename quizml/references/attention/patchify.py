"""Images as sequences of flat patches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]


def patchify(images: ArrayLike, patch_size: int | tuple[int, int]) -> Floats:
    """Patches (N, L, p q C) of images (N, C, H, W): p high and q wide, without overlap.

    They are numbered row by row, L = (H/p) (W/q). Within a patch the values run row by row, then
    column by column, and the C channels of a pixel stand together. H and W are multiples of p
    and q. Nothing is computed, so the numbers and their dtype are those of the images.
    Source: He et al. 2022 (MAE), arXiv:2111.06377, official code; Dosovitskiy et al. 2021 (ViT),
    arXiv:2010.11929, section 3.1.

    >>> patchify(np.arange(8.0).reshape(1, 1, 2, 4), 2).tolist()
    [[[0.0, 1.0, 4.0, 5.0], [2.0, 3.0, 6.0, 7.0]]]
    """
    images = np.asarray(images)
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, c, height, width = images.shape
    rows, columns = height // p, width // q
    split = images.reshape(n, c, rows, p, columns, q)
    return split.transpose(0, 2, 4, 3, 5, 1).reshape(n, rows * columns, p * q * c)


def _images(rng: Generator, *shape: int) -> Floats:
    return rng.normal(0, 1, shape).round(3)


def _grey(rng: Generator, size: int) -> Arguments:
    return {"images": _images(rng, 1, 1, 2 * size, 2 * size + 2), "patch_size": 2}


def _colour(rng: Generator, size: int) -> Arguments:
    p = int(rng.integers(2, 4))
    return {"images": _images(rng, 2, 3, 2 * p, p * size), "patch_size": p}


def _high(rng: Generator, size: int) -> Arguments:
    return {"images": _images(rng, 1, 2, 2 * size + 2, 2), "patch_size": 2}


def _all_equal(rng: Generator, size: int) -> Arguments:
    """All sizes equal, so that a wrong order fits."""
    p = min(size + 1, 3)
    return {"images": _images(rng, p, p, p * p, p * p), "patch_size": p}


def _oblong(rng: Generator, size: int) -> Arguments:
    p, q = (int(side) for side in rng.permutation([2, 3]))
    return {"images": _images(rng, 2, 2, 6, 6 * size), "patch_size": (p, q)}


def _oblong_once(rng: Generator, size: int) -> Arguments:
    p, q = size, size + 2
    return {"images": _images(rng, 1, 2, 2 * p, 2 * q), "patch_size": (p, q)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {"images": _images(rng, 1, 3, 4, 2 * size).astype(np.float32), "patch_size": 2}


def _whole_image(rng: Generator, size: int) -> Arguments:
    return {"images": _images(rng, 2, 3, size + 1, size + 1), "patch_size": size + 1}


def _single_pixels(rng: Generator, size: int) -> Arguments:
    return {"images": _images(rng, 2, 3, size, size + 1), "patch_size": 1}


def _no_images(rng: Generator, size: int) -> Arguments:
    return {"images": _images(rng, 0, size, 4, 6), "patch_size": 2}


def _many(rng: Generator, size: int) -> Arguments:
    return {"images": _images(rng, 4, 3, 32 * size, 32 * size), "patch_size": 8}


def _pair(patch_size: Any) -> tuple[int, int]:
    return (patch_size, patch_size) if isinstance(patch_size, int) else tuple(patch_size)


def _turned(images: Any, patch_size: Any, *order: int) -> Floats:
    p, q = _pair(patch_size)
    n, c, height, width = images.shape
    split = images.reshape(n, c, height // p, p, width // q, q)
    count = (height // p) * (width // q)
    return np.asarray(split.transpose(order).reshape(n, count, p * q * c))


def _channels_first(images: Any, patch_size: Any) -> Floats:
    return _turned(images, patch_size, 0, 2, 4, 1, 3, 5)


def _column_by_column(images: Any, patch_size: Any) -> Floats:
    return _turned(images, patch_size, 0, 4, 2, 3, 5, 1)


def _transposed_inside(images: Any, patch_size: Any) -> Floats:
    return _turned(images, patch_size, 0, 2, 4, 5, 3, 1)


def _only_reshaped(images: Any, patch_size: Any) -> Floats:
    return _turned(images, patch_size, 0, 1, 2, 3, 4, 5)


HIDDEN = Hidden(
    Exercise(
        name="patchify",
        summary="Cut images into patches without overlap, and each patch into a flat row.",
        parameters=(
            Parameter("images", "(N, C, H, W) array of floats"),
            Parameter("patch_size", "side of a patch, or a pair (p, q) of height and width"),
        ),
        returns="(N, L, p * q * C) array, floats, with L = (H / p) * (W / q)",
        conventions=(
            "H is a multiple of p, W a multiple of q.",
            "Patches are numbered row by row: left to right, then top to bottom.",
            "Within a patch pixels run row by row too, and the C values of a pixel stand together.",
            "So value (a * q + b) * C + c of a patch is channel c at its row a and column b.",
            "N may be 0. images come back unchanged.",
        ),
        example=(
            (
                "patchify(np.arange(8.).reshape(1, 1, 2, 4), 2)",
                "array([[[0., 1., 4., 5.],\n        [2., 3., 6., 7.]]])",
            ),
        ),
    ),
    patchify,
    (
        Family(Category.BASIC, "one grey image", _grey, 3),
        Family(Category.BASIC, "colour images", _colour, 3),
        Family(Category.SHAPE, "an image higher than wide", _high),
        Family(Category.SHAPE, "all sizes equal", _all_equal),
        Family(Category.SHAPE, "patches that are not square", _oblong, 3),
        Family(Category.SHAPE, "four patches that are not square", _oblong_once),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.EDGE, "one patch is the whole image", _whole_image, 1),
        Family(Category.EDGE, "patches of one pixel", _single_pixels, 1),
        Family(Category.EDGE, "no images", _no_images, 1),
        Family(Category.ALIASING, "the input stays as it was", _colour),
        Family(Category.LARGE, "larger images", _many, 1),
    ),
    (
        Suspect("the channels stand outside: all of one, then all of the next", _channels_first),
        Suspect("the patches are numbered column by column", _column_by_column),
        Suspect("each patch is transposed inside", _transposed_inside),
        Suspect("reshaped without moving axes: a row holds parts of other patches", _only_reshaped),
    ),
)
