"""The sine and cosine position encoding of the Transformer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def sinusoidal_position_encoding(
    positions: ArrayLike, d_model: int, base: float = 10000.0
) -> Floats:
    r"""Codes (..., d_model) of positions (...), sine and cosine in turn.

    Component 2i is $\sin(p / base^{2i/d})$, component 2i + 1 is $\cos(p / base^{2i/d})$, for
    i = 0 to d/2 - 1; d_model is even. So a pair shares its frequency, every code has the squared
    length d/2, and position 0 is 0, 1, 0, 1, ... Positions may be fractions or negative.
    Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.5.

    >>> sinusoidal_position_encoding([0, 1], 4).round(4).tolist()
    [[0.0, 1.0, 0.0, 1.0], [0.8415, 0.5403, 0.01, 1.0]]
    """
    positions = np.asarray(positions, dtype=np.float64)
    frequencies = base ** (-np.arange(0, d_model, 2) / d_model)
    angles = positions[..., None] * frequencies
    codes = np.empty((*positions.shape, d_model))
    codes[..., 0::2] = np.sin(angles)
    codes[..., 1::2] = np.cos(angles)
    return codes


def _first_positions(rng: Generator, size: int) -> Arguments:
    return {"positions": np.arange(size + 1), "d_model": 2 * int(rng.integers(2, 6))}


def _some_positions(rng: Generator, size: int) -> Arguments:
    return {"positions": rng.integers(1, 60, size + 1), "d_model": 2 * int(rng.integers(2, 7))}


def _sentences(rng: Generator, size: int) -> Arguments:
    return {"positions": rng.integers(0, 60, (2, size + 1)), "d_model": 6}


def _as_wide_as_long(rng: Generator, size: int) -> Arguments:
    """As many positions as components or pairs, so that a wrong axis fits."""
    n = 2 * size + 2
    return {"positions": rng.integers(1, 60, n), "d_model": n * int(rng.integers(1, 3))}


def _one_position(rng: Generator, size: int) -> Arguments:
    return {"positions": np.array(rng.integers(1, 60)), "d_model": 2 * size + 2}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {"positions": rng.integers(0, 16, size + 2).astype(np.float32), "d_model": 8}


def _bytes(rng: Generator, size: int) -> Arguments:
    return {"positions": rng.integers(100, 256, size + 1).astype(np.uint8), "d_model": 6}


def _no_positions(rng: Generator, size: int) -> Arguments:
    return {"positions": np.zeros(0), "d_model": 2 * int(rng.integers(1, size + 2))}


def _one_pair(rng: Generator, size: int) -> Arguments:
    return {"positions": rng.integers(0, 60, size + 1), "d_model": 2}


def _fractions(rng: Generator, size: int) -> Arguments:
    return {"positions": rng.uniform(-9, 9, size + 1).round(2), "d_model": 6}


def _other_base(rng: Generator, size: int) -> Arguments:
    base = float(rng.choice([20.0, 100.0, 5e5]))
    return {"positions": rng.integers(1, 60, size + 1), "d_model": 6, "base": base}


def _far_out(rng: Generator, size: int) -> Arguments:
    return {"positions": rng.integers(2000, 20000, size + 1), "d_model": 8}


def _many(rng: Generator, size: int) -> Arguments:
    return {"positions": rng.permutation(100 * size), "d_model": 32 * size}


def _halves(positions: Any, d_model: int, base: float = 10000.0) -> Floats:
    codes = sinusoidal_position_encoding(positions, d_model, base)
    return np.concatenate([codes[..., 0::2], codes[..., 1::2]], axis=-1)


def _swapped(positions: Any, d_model: int, base: float = 10000.0) -> Floats:
    codes = sinusoidal_position_encoding(positions, d_model, base)
    return np.stack([codes[..., 1::2], codes[..., 0::2]], axis=-1).reshape(codes.shape)


def _doubled(positions: Any, d_model: int, base: float = 10000.0) -> Floats:
    """2k/d for each component k, as if k were the number of the pair."""
    k = np.arange(d_model)
    angles = np.asarray(positions)[..., None] * base ** (-2 * k / d_model)
    return np.where(k % 2, np.cos(angles), np.sin(angles))


def _own_frequency(positions: Any, d_model: int, base: float = 10000.0) -> Floats:
    k = np.arange(d_model)
    angles = np.asarray(positions)[..., None] * base ** (-k / d_model)
    return np.where(k % 2, np.cos(angles), np.sin(angles))


def _half_exponent(positions: Any, d_model: int, base: float = 10000.0) -> Floats:
    return sinusoidal_position_encoding(positions, d_model, base**0.5)


def _usual_base(positions: Any, d_model: int, base: float = 0.0) -> Floats:  # noqa: ARG001
    return sinusoidal_position_encoding(positions, d_model)


HIDDEN = Hidden(
    Exercise(
        name="sinusoidal_position_encoding",
        summary="The sine and cosine codes of positions, as in the first Transformer.",
        parameters=(
            Parameter("positions", "array of any shape (...), integers or floats"),
            Parameter("d_model", "the width of a code, even and at least 2"),
            Parameter("base", "wavelengths grow from 2 pi towards base * 2 pi", "10000.0"),
        ),
        returns="(..., d_model) array, floats",
        conventions=(
            "Component 2i is sin(p / base ** (2i / d_model)), and 2i + 1 the cosine of the same.",
            "i runs from 0 to d_model / 2 - 1: sine and cosine stand in turn, not in two halves.",
            "Positions may be a single number, a batch, fractions, negative, or none at all.",
            "Positions reach 20,000. They come back unchanged.",
        ),
        example=(
            (
                "sinusoidal_position_encoding(np.array([0, 1]), 4).round(2)",
                "array([[0.  , 1.  , 0.  , 1.  ],\n       [0.84, 0.54, 0.01, 1.  ]])",
            ),
        ),
    ),
    sinusoidal_position_encoding,
    (
        Family(Category.BASIC, "the first positions", _first_positions, 3),
        Family(Category.BASIC, "positions in any order", _some_positions, 3),
        Family(Category.SHAPE, "a batch of sentences", _sentences),
        Family(Category.SHAPE, "as many positions as components", _as_wide_as_long),
        Family(Category.SHAPE, "a single position", _one_position, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "bytes", _bytes),
        Family(Category.EDGE, "no positions", _no_positions, 1),
        Family(Category.EDGE, "one pair", _one_pair, 1),
        Family(Category.EDGE, "fractions and negative positions", _fractions, 1),
        Family(Category.EDGE, "another base", _other_base, 3),
        Family(Category.STABILITY, "positions far out", _far_out, 1),
        Family(Category.ALIASING, "the input stays as it was", _some_positions),
        Family(Category.LARGE, "many positions", _many, 1),
    ),
    (
        Suspect("all sines first and all cosines behind them, not in turn", _halves),
        Suspect("sine and cosine change places", _swapped),
        Suspect("the exponent is 2k/d for component k; i numbers the pairs", _doubled),
        Suspect("sine and cosine of a pair have different frequencies", _own_frequency),
        Suspect("the exponent is i/d instead of 2i/d", _half_exponent),
        Suspect("the argument `base` is ignored", _usual_base),
    ),
)
