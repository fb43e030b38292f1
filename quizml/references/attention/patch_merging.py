"""Patch merging: half the resolution and twice the channels, between the stages of Swin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.attention._draw import narrow, weights, whole
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.normalization.layer_norm import layer_norm

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def patch_merging(
    x: ArrayLike, gamma: ArrayLike, beta: ArrayLike, w: ArrayLike, eps: float = 1e-5
) -> Floats:
    """Maps (B, H/2, W/2, D) of maps x (B, H, W, C), each place made from a square of four.

    The four vectors stand one behind the other: upper left, lower left, upper right, lower right.
    Then come layer normalisation over the 4C values with gamma and beta (4C,), and the matrix
    w (D, 4C) from the left, without a bias; D is 2C in Swin. Where H or W is odd, a row below or a
    column on the right of zeros is added first.
    Source: Liu et al. 2021, arXiv:2103.14030, section 3.1; official code.

    >>> x = np.array([[[[0.0], [2.0]], [[4.0], [6.0]]]])
    >>> patch_merging(x, [0, 0, 0, 0], [1, 2, 3, 4], np.eye(4)[:2]).tolist()
    [[[[1.0, 2.0]]]]
    """
    x = np.asarray(x, dtype=np.float64)
    _, height, width, _ = x.shape
    x = np.pad(x, ((0, 0), (0, height % 2), (0, width % 2), (0, 0)))
    left, right = x[:, :, 0::2], x[:, :, 1::2]
    four = (left[:, 0::2], left[:, 1::2], right[:, 0::2], right[:, 1::2])
    joined = layer_norm(np.concatenate(four, axis=-1), gamma, beta, eps)
    return np.asarray(joined @ np.asarray(w, dtype=np.float64).T)


def _layer(rng: Generator, shape: tuple[int, int, int, int], **how: Any) -> Arguments:
    c = shape[3]
    return {
        "x": rng.normal(0, 1.5, shape) + rng.normal(0, 1, (c,)),
        "gamma": rng.uniform(0.5, 2, 4 * c),
        "beta": rng.normal(0, 1, 4 * c),
        "w": weights(rng, 2 * c, 4 * c) * 2,
        **how,
    }


def _one_map(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 4, 4, size))


def _batch(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, 2 * size, 2 * size, 2))


def _oblong(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, 2, 2 * size + 2, 3))


def _other_width(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, (1, 2, 4, size))
    return found | {"w": weights(rng, size + 2, 4 * size) * 2}


def _all_equal(rng: Generator, size: int) -> Arguments:
    n = 2 * max(size // 2, 1)
    return _layer(rng, (n, n, n, n))


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_layer(rng, (1, 2, 2 * size, 3)))


def _integers(rng: Generator, size: int) -> Arguments:
    """The first value differs from all others, so that no square is constant."""
    found = _layer(rng, (1, 4, 2 * size, 2))
    x = whole(rng, {"x": found["x"]})["x"]
    x[..., 0] += 7
    return found | {"x": x}


def _odd_height(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, 3, 2 * size, 2))


def _odd_both(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 5, 2 * size + 1, 2))


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (0, 4, 4, size))


def _other_eps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 4, 2, size), eps=float(rng.choice([0.1, 0.5])))


def _many(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, 14 * size, 14 * size, 6 * size))


def _merged(x: Any, order: Any, norm: Any, w: Any) -> Floats:
    high, wide = x.shape[1:3]
    x = np.pad(x, ((0, 0), (0, high % 2), (0, wide % 2), (0, 0)))
    four = [x[:, a::2, b::2] for a, b in order]
    return np.asarray(norm(np.concatenate(four, axis=-1)) @ w.T)


def _row_by_row(x: Any, gamma: Any, beta: Any, w: Any, eps: float = 1e-5) -> Floats:
    order = [(0, 0), (0, 1), (1, 0), (1, 1)]
    return _merged(x, order, lambda joined: layer_norm(joined, gamma, beta, eps), w)


def _without_norm(x: Any, gamma: Any, beta: Any, w: Any, eps: float = 1e-5) -> Floats:  # noqa: ARG001
    return _merged(x, [(0, 0), (1, 0), (0, 1), (1, 1)], lambda joined: joined, w)


def _plain_norm(x: Any, gamma: Any, beta: Any, w: Any, eps: float = 1e-5) -> Floats:
    return patch_merging(x, np.ones_like(gamma), np.zeros_like(beta), w, eps)


def _quarters(x: Any, gamma: Any, beta: Any, w: Any, eps: float = 1e-5) -> Floats:
    """The four quarters of the map laid on each other."""
    high, wide = (side + side % 2 for side in x.shape[1:3])
    x = np.pad(x, ((0, 0), (0, high - x.shape[1]), (0, wide - x.shape[2]), (0, 0)))
    halves = [x[:, : high // 2], x[:, high // 2 :]]
    four = [half[:, :, : wide // 2] for half in halves]
    four += [half[:, :, wide // 2 :] for half in halves]
    return np.asarray(layer_norm(np.concatenate(four, axis=-1), gamma, beta, eps) @ w.T)


def _usual_eps(x: Any, gamma: Any, beta: Any, w: Any, eps: float = 0.0) -> Floats:  # noqa: ARG001
    return patch_merging(x, gamma, beta, w)


HIDDEN = Hidden(
    Exercise(
        name="patch_merging",
        summary="Join each square of four tokens, normalise, and map to a new width.",
        parameters=(
            Parameter("x", "(B, H, W, C) array, channels last"),
            Parameter("gamma", "(4 * C,) array, factors of the layer normalisation"),
            Parameter("beta", "(4 * C,) array, offsets of the layer normalisation"),
            Parameter("w", "(D, 4 * C) array, the linear layer; D is 2 * C in Swin"),
            Parameter("eps", "added to the variance, under the root", "1e-05"),
        ),
        returns="(B, ceil(H / 2), ceil(W / 2), D) array, floats",
        conventions=(
            "Where H or W is odd, a row below or a column on the right of zeros is added first.",
            "Order of the four: upper left, lower left, upper right, lower right.",
            "Each place is then normalised over its 4 * C values (variance divided by 4 * C),",
            "multiplied by gamma, and beta is added.",
            "w stands on the left of a column, as the weight of nn.Linear; there is no bias.",
            "B may be 0. All arrays come back unchanged; x may hold integers.",
        ),
        example=(
            (
                "patch_merging(np.ones((1, 2, 2, 1)), np.ones(4), np.arange(4.), np.eye(4)[2:])",
                "array([[[[2., 3.]]]])",
            ),
        ),
    ),
    patch_merging,
    (
        Family(Category.BASIC, "one map", _one_map),
        Family(Category.BASIC, "a batch", _batch, 3),
        Family(Category.SHAPE, "maps wider than high", _oblong, 3),
        Family(Category.SHAPE, "another width of the answer", _other_width),
        Family(Category.SHAPE, "all sizes equal", _all_equal),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "an odd height", _odd_height),
        Family(Category.EDGE, "odd height and width", _odd_both),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.EDGE, "another eps", _other_eps, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "larger maps", _many, 1),
    ),
    (
        Suspect("the four are joined row by row: upper right second", _row_by_row),
        Suspect("the layer normalisation is missing", _without_norm),
        Suspect("gamma and beta are not applied", _plain_norm),
        Suspect("the four quarters of the map are joined, not the neighbours", _quarters),
        Suspect("the argument `eps` is ignored", _usual_eps),
    ),
)
