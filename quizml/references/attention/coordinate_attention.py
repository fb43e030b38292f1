"""Coordinate attention: a factor for each row and one for each column of every channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations.hswish import hswish
from quizml.references.activations.sigmoid import sigmoid
from quizml.references.attention._draw import narrow, whole
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def coordinate_attention(
    x: ArrayLike,
    w_reduce: ArrayLike,
    scale: ArrayLike,
    shift: ArrayLike,
    w_h: ArrayLike,
    w_w: ArrayLike,
) -> Floats:
    r"""Array of x's shape (N, C, H, W): $y_c(i, j) = x_c(i, j) \, g_c(i) \, h_c(j)$.

    The means over the width (N, C, H) and over the height (N, C, W) stand one behind the other,
    (N, C, H + W). w_reduce (M, C) narrows the channels at every place, scale and shift (M,) are
    batch normalisation at inference, then comes hard Swish. The first H places give g =
    sigmoid(w_h ...), the last W places h = sigmoid(w_w ...); w_h and w_w are (C, M). No biases.
    Source: Hou, Zhou, Feng 2021, arXiv:2103.02907, section 3.2.

    >>> x, zero = np.ones((1, 1, 2, 3)), np.zeros((1, 1))
    >>> coordinate_attention(x, [[1.0]], [1.0], [0.0], zero, zero)[0, 0].tolist()
    [[0.25, 0.25, 0.25], [0.25, 0.25, 0.25]]
    """
    x, w_reduce, w_h, w_w = (np.asarray(a, dtype=np.float64) for a in (x, w_reduce, w_h, w_w))
    height = x.shape[2]
    places = np.concatenate([x.mean(axis=3), x.mean(axis=2)], axis=2)
    narrowed = np.asarray(scale)[:, None] * (w_reduce @ places) + np.asarray(shift)[:, None]
    middle = hswish(narrowed)
    g, h = sigmoid(w_h @ middle[..., :height]), sigmoid(w_w @ middle[..., height:])
    return np.asarray(x * g[..., :, None] * h[..., None, :])


def _block(rng: Generator, shape: tuple[int, int, int, int], middle: int) -> Arguments:
    n, c, high, wide = shape
    x = rng.normal(0, 1, shape) + rng.normal(0, 1, (n, c, high, 1)) + rng.normal(0, 1, (wide,))
    return {
        "x": x,
        "w_reduce": rng.normal(0, 1, (middle, c)),
        "scale": rng.uniform(0.5, 2, middle) * rng.choice([-1.0, 1.0], middle),
        "shift": rng.uniform(0.5, 1.5, middle),
        "w_h": rng.normal(0, 1, (c, middle)),
        "w_w": rng.normal(0, 1, (c, middle)),
    }


def _one_map(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, 2, size + 1, size + 1), 2)


def _batch(rng: Generator, size: int) -> Arguments:
    return _block(rng, (2, size + 1, 3, 4), 2)


def _high(rng: Generator, size: int) -> Arguments:
    return _block(rng, (2, 3, size + 3, size), 2)


def _all_equal(rng: Generator, size: int) -> Arguments:
    """All sizes equal, so that a wrong axis fits."""
    n = size + 1
    return _block(rng, (n, n, n, n), n)


def _wider_middle(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, size, 2, 3), size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_batch(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return found | whole(rng, {"x": found["x"]})


def _one_pixel(rng: Generator, size: int) -> Arguments:
    return _block(rng, (size, 2, 1, 1), 2)


def _one_row(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, 2, 1, size + 1), 1)


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _block(rng, (0, size, 2, 3), 1)


def _saturated(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return found | {"w_h": 2000 * found["w_h"], "w_w": 2000 * found["w_w"]}


def _many(rng: Generator, size: int) -> Arguments:
    return _block(rng, (2, 16 * size, 8 * size, 8 * size), 8)


def _some_gate_is_open(arguments: Arguments) -> bool:
    """Whether not all of the answer is next to nothing, where sigmoids differ in tiny digits."""
    largest = np.abs(coordinate_attention(**arguments)).max(initial=0)
    return bool(largest >= 1e-3 * np.abs(arguments["x"]).max(initial=0))


def _with(how: Any, *arguments: Any) -> Floats:
    """The block with another function in the middle: how(narrowed, scale, shift)."""
    x, w_reduce, scale, shift, w_h, w_w = arguments
    places = np.concatenate([x.mean(axis=3), x.mean(axis=2)], axis=2)
    middle = how(w_reduce @ places, scale[:, None], shift[:, None])
    high = x.shape[2]
    g, h = sigmoid(w_h @ middle[..., :high]), sigmoid(w_w @ middle[..., high:])
    return np.asarray(x * g[..., :, None] * h[..., None, :])


def _no_norm(**given: Any) -> Floats:
    return _with(lambda z, scale, shift: hswish(z), *given.values())  # noqa: ARG005


def _relu(**given: Any) -> Floats:
    return _with(lambda z, scale, shift: np.maximum(scale * z + shift, 0), *given.values())


def _linear(**given: Any) -> Floats:
    return _with(lambda z, scale, shift: scale * z + shift, *given.values())


def _changed_places(**given: Any) -> Floats:
    return coordinate_attention(**given | {"w_h": given["w_w"], "w_w": given["w_h"]})


def _only_rows(**given: Any) -> Floats:
    """Twice what it is with every factor of the columns one half."""
    return 2 * coordinate_attention(**given | {"w_w": np.zeros_like(given["w_w"])})


HIDDEN = Hidden(
    Exercise(
        name="coordinate_attention",
        summary="Multiply each channel by a factor for every row and one for every column.",
        parameters=(
            Parameter("x", "(N, C, H, W) array, feature maps"),
            Parameter("w_reduce", "(M, C) array, the shared 1 x 1 convolution that narrows"),
            Parameter("scale", "(M,) array, factors of the folded batch normalisation"),
            Parameter("shift", "(M,) array, offsets of the folded batch normalisation"),
            Parameter("w_h", "(C, M) array, the 1 x 1 convolution for the rows"),
            Parameter("w_w", "(C, M) array, the 1 x 1 convolution for the columns"),
        ),
        returns="(N, C, H, W) array, floats",
        conventions=(
            "Means over the width give (N, C, H), means over the height (N, C, W).",
            "Both go through the same: w_reduce, times scale plus shift, hard Swish.",
            "Hard Swish is z * min(max(z + 3, 0), 6) / 6.",
            "Rows: sigmoid(w_h @ ...), (N, C, H). Columns: sigmoid(w_w @ ...), (N, C, W).",
            "The answer is x times the factor of its row times the factor of its column.",
            "There are no biases. What enters a sigmoid may be in the tens of thousands.",
            "N may be 0. All arrays come back unchanged; x may hold integers.",
        ),
        example=(
            (
                (
                    "coordinate_attention(np.ones((1, 1, 1, 2)), np.eye(1), "
                    "*np.eye(2, 1), *np.zeros((2, 1, 1)))"
                ),
                "array([[[[0.25, 0.25]]]])",
            ),
        ),
    ),
    coordinate_attention,
    (
        Family(Category.BASIC, "one square map", _one_map, 3),
        Family(Category.BASIC, "a batch", _batch, 3),
        Family(Category.SHAPE, "maps higher than wide", _high),
        Family(Category.SHAPE, "all sizes equal", _all_equal),
        Family(Category.SHAPE, "a middle wider than C", _wider_middle, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer maps", _integers),
        Family(Category.EDGE, "one pixel", _one_pixel, 1),
        Family(Category.EDGE, "one row", _one_row, 1),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.STABILITY, "large numbers before the sigmoids", _saturated),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "larger maps", _many, 1),
    ),
    (
        Suspect("the batch normalisation (scale and shift) is left out", _no_norm),
        Suspect("ReLU instead of hard Swish", _relu),
        Suspect("hard Swish is left out", _linear),
        Suspect("w_h and w_w change places", _changed_places),
        Suspect("only the factors of the rows are applied", _only_rows),
    ),
    fair=_some_gate_is_open,
)
