"""Images put together again from their patches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating]


def unpatchify(
    patches: ArrayLike, patch_size: int | tuple[int, int], grid: tuple[int, int]
) -> Floats:
    """Images (N, C, H, W) from patches (N, L, p q C): the way back from `patchify`.

    patch_size is p, for p high and wide, or (p, q); grid holds the numbers of patches down and
    across, whose product is L. H and W are p and q times those. Patches are numbered row by row;
    value (a q + b) C + c of a patch is channel c at its row a and column b. Numbers and dtype stay.
    Source: He et al. 2022 (MAE), arXiv:2111.06377, official code.

    >>> unpatchify([[[0.0, 1.0, 4.0, 5.0], [2.0, 3.0, 6.0, 7.0]]], 2, (1, 2)).tolist()
    [[[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0]]]]
    """
    patches = np.asarray(patches)
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    down, across = grid
    n, _, length = patches.shape
    split = patches.reshape(n, down, across, p, q, length // (p * q))
    images = split.transpose(0, 5, 1, 3, 2, 4)
    return images.reshape(n, length // (p * q), down * p, across * q)


def _draw(rng: Generator, count: int, c: int, grid: tuple[int, int], patch: Any) -> Arguments:
    p, q = (patch, patch) if isinstance(patch, int) else patch
    patches = rng.normal(0, 1, (count, grid[0] * grid[1], p * q * c)).round(3)
    return {"patches": patches, "patch_size": patch, "grid": grid}


def _grey(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 1, 1, (size, size + 1), 2)


def _colour(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2, 3, (2, size), int(rng.integers(2, 4)))


def _high(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 1, 2, (size + 2, 2), 2)


def _all_equal(rng: Generator, size: int) -> Arguments:
    """All sizes equal, so that a wrong order fits."""
    p = min(size + 1, 3)
    return _draw(rng, p, p, (p, p), p)


def _oblong(rng: Generator, size: int) -> Arguments:
    p, q = (int(side) for side in rng.permutation([2, 3]))
    return _draw(rng, 2, 2, (2, size + 1), (p, q))


def _same_pixels(rng: Generator, size: int) -> Arguments:
    """A grid and patches whose longer sides lie across: a square image comes out."""
    return _draw(rng, 1, 2, (size + 1, size), (size, size + 1))


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _colour(rng, size)
    return found | {"patches": found["patches"].astype(np.float32)}


def _one_patch(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2, 3, (1, 1), size + 1)


def _single_pixels(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 2, 3, (size, size + 1), 1)


def _no_images(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 0, size, (2, 3), 2)


def _many(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 4, 3, (4 * size, 4 * size), 8)


def _turned(patches: Any, patch_size: Any, grid: Any, shape: str) -> Floats:
    """The letters of `shape` tell in which order rows, columns and channels are counted."""
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, _, length = patches.shape
    sizes = {"n": n, "h": grid[0], "w": grid[1], "p": p, "q": q, "c": length // (p * q)}
    split = patches.reshape([sizes[letter] for letter in shape])
    found = np.einsum(f"{shape}->nchpwq", split)
    return np.asarray(found.reshape(n, sizes["c"], grid[0] * p, grid[1] * q))


def _channels_outside(patches: Any, patch_size: Any, grid: Any) -> Floats:
    return _turned(patches, patch_size, grid, "nhwcpq")


def _column_by_column(patches: Any, patch_size: Any, grid: Any) -> Floats:
    return _turned(patches, patch_size, grid, "nwhpqc")


def _transposed_inside(patches: Any, patch_size: Any, grid: Any) -> Floats:
    return _turned(patches, patch_size, grid, "nhwqpc")


def _only_reshaped(patches: Any, patch_size: Any, grid: Any) -> Floats:
    return _turned(patches, patch_size, grid, "nchpwq")


HIDDEN = Hidden(
    Exercise(
        name="unpatchify",
        summary="Put images together again from flat patches.",
        parameters=(
            Parameter("patches", "(N, L, p * q * C) array of floats"),
            Parameter("patch_size", "side of a patch, or a pair (p, q) of height and width"),
            Parameter("grid", "pair: patches down and patches across, with product L"),
        ),
        returns="(N, C, H, W) array, floats: H = p * patches down, W = q * patches across",
        conventions=(
            "Patches are numbered row by row: left to right, then top to bottom.",
            "Value (a * q + b) * C + c of a patch is channel c at its row a and column b.",
            "C follows from the length of a patch.",
            "N may be 0. patches come back unchanged.",
        ),
        example=(
            (
                "unpatchify(np.array([[[0., 1., 4., 5.], [2., 3., 6., 7.]]]), 2, (1, 2))",
                "array([[[[0., 1., 2., 3.],\n         [4., 5., 6., 7.]]]])",
            ),
        ),
    ),
    unpatchify,
    (
        Family(Category.BASIC, "one grey image", _grey, 3),
        Family(Category.BASIC, "colour images", _colour, 3),
        Family(Category.SHAPE, "an image higher than wide", _high),
        Family(Category.SHAPE, "all sizes equal", _all_equal),
        Family(Category.SHAPE, "patches that are not square", _oblong, 3),
        Family(Category.SHAPE, "a square image of oblong patches", _same_pixels),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.EDGE, "one patch is the whole image", _one_patch, 1),
        Family(Category.EDGE, "patches of one pixel", _single_pixels, 1),
        Family(Category.EDGE, "no images", _no_images, 1),
        Family(Category.ALIASING, "the input stays as it was", _colour),
        Family(Category.LARGE, "larger images", _many, 1),
    ),
    (
        Suspect("a patch is read as C, p, q: the channels outside", _channels_outside),
        Suspect("the patches are taken as numbered column by column", _column_by_column),
        Suspect("each patch is transposed inside", _transposed_inside),
        Suspect("reshaped without moving axes", _only_reshaped),
    ),
)
