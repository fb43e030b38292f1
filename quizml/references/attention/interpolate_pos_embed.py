"""A learned table of position embeddings, interpolated to another grid of patches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.attention._draw import narrow, whole
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def interpolate_pos_embed(
    pos_embed: ArrayLike, grid: tuple[int, int], new_grid: tuple[int, int], extra_tokens: int = 1
) -> Floats:
    r"""Table (E + H' W', D) for a grid (H', W'), from a table (E + H W, D) for a grid (H, W).

    The first E = extra_tokens rows (the class token) stay. The others are a grid, row by row, and
    are interpolated bilinearly: cells have their centres at whole numbers and a half, so new cell
    i lies at $(i + 1/2) H / H' - 1/2$ of the old rows, cut to [0, H - 1], columns likewise
    (PyTorch's align_corners=False, without antialiasing). The same grid gives the same table.
    Source: Dosovitskiy et al. 2021, arXiv:2010.11929, section 3.2.

    >>> interpolate_pos_embed([[9.0], [0.0], [4.0]], (1, 2), (1, 4)).ravel().tolist()
    [9.0, 0.0, 1.0, 3.0, 4.0]
    """
    table = np.asarray(pos_embed, dtype=np.float64)
    extra, places = table[:extra_tokens], table[extra_tokens:].reshape(*grid, table.shape[1])
    for axis, (old, new) in enumerate(zip(grid, new_grid, strict=True)):
        at = np.clip((np.arange(new) + 0.5) * old / new - 0.5, 0, old - 1)
        before = np.floor(at).astype(int)
        after = np.minimum(before + 1, old - 1)
        share = (at - before).reshape((-1, 1) if axis else (-1, 1, 1))
        low, high = places.take(before, axis), places.take(after, axis)
        places = low * (1 - share) + high * share
    return np.concatenate([extra, places.reshape(-1, table.shape[1])])


def _table(
    rng: Generator, grid: tuple[int, int], new: tuple[int, int], width: int, extra: int = 1
) -> Arguments:
    found: Arguments = {"pos_embed": rng.normal(0, 1, (extra + grid[0] * grid[1], width))}
    found |= {"grid": grid, "new_grid": new}
    return found if extra == 1 else found | {"extra_tokens": extra}


def _larger(rng: Generator, size: int) -> Arguments:
    n = int(rng.integers(2, 4))
    more = n + int(rng.integers(1, 4))
    return _table(rng, (n, n), (more, more), size)


def _doubled(rng: Generator, size: int) -> Arguments:
    return _table(rng, (2, 2), (4, 4), size)


def _oblong(rng: Generator, size: int) -> Arguments:
    new = (int(rng.integers(3, 6)), int(rng.integers(6, 9)))
    return _table(rng, (3, 3), new, size)


def _from_oblong(rng: Generator, size: int) -> Arguments:
    return _table(rng, (2, size + 2), (5, 4), 2)


def _all_equal(rng: Generator, size: int) -> Arguments:
    n = size + 1
    return _table(rng, (n, n), (n + 1, n + 2), n)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_larger(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    return whole(rng, _larger(rng, size))


def _smaller(rng: Generator, size: int) -> Arguments:
    n = int(rng.integers(5, 8))
    return _table(rng, (n, n), (n - 2, n - 3), size)


def _same(rng: Generator, size: int) -> Arguments:
    return _table(rng, (3, size), (3, size), 2)


def _no_extra(rng: Generator, size: int) -> Arguments:
    return _table(rng, (3, 3), (4, 5), size, 0)


def _two_extra(rng: Generator, size: int) -> Arguments:
    return _table(rng, (3, 3), (4, 4), size, 2)


def _one_cell(rng: Generator, size: int) -> Arguments:
    return _table(rng, (1, 1), (2, 3), size + 1)


def _to_one_cell(rng: Generator, size: int) -> Arguments:
    return _table(rng, (3, 4), (1, 1), size + 1)


def _many(rng: Generator, size: int) -> Arguments:
    return _table(rng, (14, 14), (24, 24), 12 * size)


def _changed(at: Any) -> Any:
    """The reference with at(new, old) as the places, which are cut to the old grid."""

    def answer(pos_embed: Any, grid: Any, new_grid: Any, extra_tokens: int = 1) -> Floats:
        places = pos_embed[extra_tokens:].reshape(*grid, -1)
        for axis, (old, new) in enumerate(zip(grid, new_grid, strict=True)):
            hat = 1 - np.abs(np.clip(at(new, old), 0, old - 1)[:, None] - np.arange(old))
            places = np.moveaxis(np.tensordot(np.maximum(hat, 0), places, (1, axis)), 0, axis)
        flat = places.reshape(-1, pos_embed.shape[1])
        return np.concatenate([pos_embed[:extra_tokens], flat])

    return answer


def _corners(new: int, old: int) -> Any:
    return np.linspace(0, old - 1, new)


def _no_half(new: int, old: int) -> Any:
    return np.arange(new) * old / new


def _nearest(new: int, old: int) -> Any:
    return np.floor((np.arange(new) + 0.5) * old / new)


def _transposed(pos_embed: Any, grid: Any, new_grid: Any, extra_tokens: int = 1) -> Floats:
    found = interpolate_pos_embed(pos_embed, grid, new_grid, extra_tokens)
    places = found[extra_tokens:].reshape(*new_grid, -1).swapaxes(0, 1)
    return np.concatenate([found[:extra_tokens], places.reshape(-1, found.shape[1])])


def _class_at_the_end(pos_embed: Any, grid: Any, new_grid: Any, extra_tokens: int = 1) -> Floats:
    found = interpolate_pos_embed(pos_embed, grid, new_grid, extra_tokens)
    return np.roll(found, -extra_tokens, axis=0)


HIDDEN = Hidden(
    Exercise(
        name="interpolate_pos_embed",
        summary="Interpolate a table of position embeddings bilinearly to another grid of patches.",
        parameters=(
            Parameter("pos_embed", "(E + H * W, D) array, the old table"),
            Parameter("grid", "pair (H, W), the old grid"),
            Parameter("new_grid", "pair (H2, W2), the new grid; larger, smaller or the same"),
            Parameter("extra_tokens", "the number E of rows in front that have no place", "1"),
        ),
        returns="(E + H2 * W2, D) array, floats",
        conventions=(
            "The first E rows (class token, register tokens) come back as they are, in front.",
            "The other rows are the cells of the grid, row by row; so they are in the answer.",
            "New cell i lies at (i + 0.5) * H / H2 - 0.5 in units of old rows, cut to [0, H - 1];",
            "columns likewise. It is the mean of the four cells around, by nearness.",
            "That is align_corners=False of PyTorch, without antialiasing where the grid shrinks.",
            "E may be 0; sides are at least 1. pos_embed comes back unchanged.",
        ),
        example=(
            (
                "interpolate_pos_embed(np.array([[9.], [0.], [4.]]), (1, 2), (1, 4)).ravel()",
                "array([9., 0., 1., 3., 4.])",
            ),
        ),
    ),
    interpolate_pos_embed,
    (
        Family(Category.BASIC, "twice the grid", _doubled),
        Family(Category.BASIC, "a larger square grid", _larger, 4),
        Family(Category.SHAPE, "to a grid that is not square", _oblong),
        Family(Category.SHAPE, "from a grid that is not square", _from_oblong),
        Family(Category.SHAPE, "as wide as the grid", _all_equal),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "a smaller grid", _smaller),
        Family(Category.EDGE, "the same grid", _same, 1),
        Family(Category.EDGE, "no extra token", _no_extra, 1),
        Family(Category.EDGE, "two extra tokens", _two_extra, 1),
        Family(Category.EDGE, "from one cell", _one_cell, 1),
        Family(Category.EDGE, "to one cell", _to_one_cell, 1),
        Family(Category.ALIASING, "the input stays as it was", _larger),
        Family(Category.LARGE, "from 14 x 14 to 24 x 24", _many, 1),
    ),
    (
        Suspect("the corners are aligned (align_corners=True)", _changed(_corners)),
        Suspect("the half of the cell's centre is left out: i * H / H2", _changed(_no_half)),
        Suspect("the nearest cell is taken instead of a mean", _changed(_nearest)),
        Suspect("the new grid is flattened column by column", _transposed),
        Suspect("the extra tokens come last instead of first", _class_at_the_end),
    ),
)
