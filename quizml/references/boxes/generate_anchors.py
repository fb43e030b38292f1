"""Anchors: at every cell of a feature map the same set of boxes, of some sizes and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.boxes._draw import as_single
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def generate_anchors(
    feature_size: tuple[int, int], stride: int, sizes: ArrayLike, ratios: ArrayLike
) -> Floats:
    r"""Anchors x1, y1, x2, y2 of a map of (H, W) cells, in pixels: (H * W * S * R, 4).

    The cell in row i and column j has its centre at ((j + 0.5) stride, (i + 0.5) stride). For a
    size s and a ratio r = h / w an anchor is $s / \sqrt{r}$ wide and $s \sqrt{r}$ high, so its
    area is s^2 for every ratio. Order: row by row, in each cell size by size, in each size ratio
    by ratio. Nothing is rounded or clipped. No cells, no anchors.
    Source: Ren et al. 2015, arXiv:1506.01497, section 3.1; order and centres as in detectron2's
    DefaultAnchorGenerator with offset 0.5.

    >>> generate_anchors((1, 2), 4, [8], [1, 4]).tolist()[1:3]
    [[0.0, -6.0, 4.0, 10.0], [2.0, -2.0, 10.0, 6.0]]
    """
    rows, columns = feature_size
    sizes = np.asarray(sizes, dtype=np.float64)[:, None]
    roots = np.sqrt(np.asarray(ratios, dtype=np.float64))[None, :]
    half = np.stack([(sizes / roots).ravel(), (sizes * roots).ravel()], axis=1) / 2
    y, x = np.meshgrid(np.arange(rows) + 0.5, np.arange(columns) + 0.5, indexing="ij")
    centres = np.stack([x.ravel(), y.ravel()], axis=1)[:, None, :] * stride
    return np.concatenate([centres - half, centres + half], axis=2).reshape(-1, 4)


def _drawn(rng: Generator, rows: int, columns: int, count: int, shapes: int) -> Arguments:
    sizes = np.sort(rng.choice(np.arange(8, 200, 4), count, replace=False)).astype(np.float64)
    ratios = rng.permutation(np.array([0.25, 0.5, 0.8, 2.0, 3.0, 5.0]))[:shapes]
    stride = int(rng.choice([4, 8, 16, 32]))
    return {"feature_size": (rows, columns), "stride": stride, "sizes": sizes, "ratios": ratios}


def _one_cell(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _drawn(rng, 1, 1, 1, 1)


def _one_anchor_each(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, size + 1, 1, 1)


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size, size, 2, 2)


def _three_by_three(rng: Generator, size: int) -> Arguments:
    found = _drawn(rng, size, size, 3, 3)
    return found | {"sizes": np.array([128.0, 256.0, 512.0]), "ratios": np.array([0.5, 1.0, 2.0])}


def _wide(rng: Generator, size: int) -> Arguments:
    rows, columns = rng.permutation([size, size + 2])
    return _drawn(rng, int(rows), int(columns), 1, 2)


def _more_of_one(rng: Generator, size: int) -> Arguments:
    count, shapes = rng.permutation([1, 3])
    return _drawn(rng, size, size + 1, int(count), int(shapes))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    ratios = rng.permutation(np.array([2, 3, 5]))
    return found | {"sizes": found["sizes"].astype(np.int64), "ratios": ratios}


def _no_cells(rng: Generator, size: int) -> Arguments:
    rows, columns = rng.permutation([0, size])
    return _drawn(rng, int(rows), int(columns), 2, 2)


def _needles(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"ratios": rng.permutation(np.array([0.01, 1.0, 64.0]))}


def _small_stride(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size, size + 1, 2, 1) | {"stride": 1, "sizes": np.array([0.5, 3.0])}


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 12 * size, 15 * size, size, 3)


def _positive(arguments: Arguments) -> bool:
    return all(np.all(arguments[name] > 0) for name in ("sizes", "ratios"))


def _built(
    feature_size: tuple[int, int],
    stride: int,
    wide_high: tuple[Floats, Floats],
    offset: float = 0.5,
) -> Floats:
    half = np.stack([side.ravel() for side in wide_high], axis=1) / 2
    rows, columns = (np.arange(n) + offset for n in feature_size)
    centres = np.array([(x, y) for y in rows for x in columns]).reshape(-1, 1, 2) * stride
    return np.concatenate([centres - half, centres + half], axis=2).reshape(-1, 4)


def _sides(sizes: NDArray[Any], ratios: NDArray[Any]) -> tuple[Floats, Floats]:
    roots = np.sqrt(ratios.astype(np.float64))[None]
    return sizes[:, None] / roots, sizes[:, None] * roots


def _turned_ratio(feature_size: Any, stride: int, sizes: Any, ratios: Any) -> Floats:
    return _built(feature_size, stride, _sides(sizes, ratios)[::-1])


def _corner_centres(feature_size: Any, stride: int, sizes: Any, ratios: Any) -> Floats:
    return _built(feature_size, stride, _sides(sizes, ratios), 0.0)


def _growing_area(feature_size: Any, stride: int, sizes: Any, ratios: Any) -> Floats:
    high = sizes[:, None] * ratios.astype(np.float64)
    return _built(feature_size, stride, (np.broadcast_to(sizes[:, None], high.shape), high))


def _ratio_by_ratio(feature_size: Any, stride: int, sizes: Any, ratios: Any) -> Floats:
    wide, high = _sides(sizes, ratios)
    return _built(feature_size, stride, (wide.T, high.T))


def _column_by_column(feature_size: Any, stride: int, sizes: Any, ratios: Any) -> Floats:
    found = generate_anchors(feature_size, stride, sizes, ratios)
    return found.reshape(*feature_size, -1, 4).swapaxes(0, 1).reshape(-1, 4)


def _rounded(feature_size: Any, stride: int, sizes: Any, ratios: Any) -> Floats:
    return np.round(generate_anchors(feature_size, stride, sizes, ratios))


HIDDEN = Hidden(
    Exercise(
        name="generate_anchors",
        summary="All anchors of one feature map, in pixels of the image.",
        parameters=(
            Parameter("feature_size", "(H, W): the map's cells, as two ints"),
            Parameter("stride", "pixels from one cell to the next, an int"),
            Parameter("sizes", "(S,) array of sizes in pixels: square roots of areas"),
            Parameter("ratios", "(R,) array of ratios height / width"),
        ),
        returns="(H * W * S * R, 4) array of boxes x1, y1, x2, y2, floats",
        conventions=(
            "Cell (i, j), row i and column j, has its centre at x = (j + 0.5) * stride,",
            "y = (i + 0.5) * stride.",
            "An anchor of size s has the area s^2 whatever its ratio.",
            "Order: row by row, column by column, then size by size, ratio by ratio.",
            "Nothing is rounded, nothing is clipped to the image; coordinates have no +1.",
            "H or W may be 0: then there are no anchors, shape (0, 4).",
        ),
        example=(
            (
                "generate_anchors((1, 2), 4, np.array([8.0]), np.array([4.0]))",
                "array([[ 0., -6.,  4., 10.],\n       [ 4., -6.,  8., 10.]])",
            ),
        ),
    ),
    generate_anchors,
    (
        Family(Category.BASIC, "one cell, one anchor", _one_cell),
        Family(Category.BASIC, "a square map, one anchor each", _one_anchor_each),
        Family(Category.BASIC, "two sizes and two ratios", _some),
        Family(Category.BASIC, "the nine anchors of Faster R-CNN", _three_by_three),
        Family(Category.SHAPE, "maps that are not square", _wide, 4),
        Family(Category.SHAPE, "more sizes than ratios, and the reverse", _more_of_one, 3),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integer sizes and ratios", _integers),
        Family(Category.EDGE, "no cells", _no_cells),
        Family(Category.EDGE, "very flat and very tall", _needles),
        Family(Category.EDGE, "a stride of 1, anchors below a pixel", _small_stride),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "thousands of cells", _many, 1),
    ),
    (
        Suspect("the ratio is taken as width / height", _turned_ratio),
        Suspect("the centres lie in the cells' corners: + 0.5 is missing", _corner_centres),
        Suspect("the area is not s^2: the ratio stretches one side only", _growing_area),
        Suspect("in each cell the order is ratio by ratio", _ratio_by_ratio),
        Suspect("the order is column by column of the map", _column_by_column),
        Suspect("the corners are rounded", _rounded),
    ),
    fair=_positive,
)
