"""The three modes of a convolution: full, same and valid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.convolution._layers import single
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def conv1d_modes(x: ArrayLike, w: ArrayLike, mode: str = "full") -> Floats:
    r"""Convolution of a signal x (n,) with a kernel w (k,), k <= n: $y_i = \sum_j x_{i-j} w_j$.

    The kernel is flipped, x is zero outside. "full" takes every overlap, n + k - 1 values from
    i = 0 on, the coefficients of a product of polynomials. "same" is its middle, n values from
    i = (k - 1) // 2 on. "valid" takes the places where the kernel lies inside, n - k + 1 values
    from i = k - 1 on. Source: NumPy documentation, numpy.convolve.

    >>> [conv1d_modes([1.0, 2.0, 3.0], [1.0, 10.0], m).tolist() for m in ("full", "same", "valid")]
    [[1.0, 12.0, 23.0, 30.0], [1.0, 12.0, 23.0], [12.0, 23.0]]
    """
    x, w = np.asarray(x, dtype=np.float64), np.asarray(w, dtype=np.float64)
    full = np.zeros(x.size + w.size - 1)
    for j in range(w.size):
        full[j : j + x.size] += w[j] * x
    first = {"full": 0, "same": (w.size - 1) // 2, "valid": w.size - 1}[mode]
    length = {"full": full.size, "same": x.size, "valid": x.size - w.size + 1}[mode]
    return full[first : first + length]


def _signal(rng: Generator, n: int, k: int, mode: str = "") -> Arguments:
    found: Arguments = {"x": rng.normal(size=n), "w": rng.normal(size=k)}
    return found | {"mode": mode} if mode else found


def _any_mode(rng: Generator) -> str:
    return str(rng.choice(["full", "same", "valid"]))


def _default(rng: Generator, size: int) -> Arguments:
    return _signal(rng, size + 3, 3)


def _full(rng: Generator, size: int) -> Arguments:
    return _signal(rng, size + 5, 5, "full")


def _same(rng: Generator, size: int) -> Arguments:
    return _signal(rng, size + 3, 3, "same")


def _valid(rng: Generator, size: int) -> Arguments:
    return _signal(rng, size + 3, 3, "valid")


def _other_lengths(rng: Generator, size: int) -> Arguments:
    k = 2 * int(rng.integers(1, 4)) + 1
    return _signal(rng, k + size, k, _any_mode(rng))


def _long(rng: Generator, size: int) -> Arguments:
    return _signal(rng, 10 * size, 5, _any_mode(rng))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _signal(rng, size + 4, 3, _any_mode(rng))
    return found | {"x": rng.integers(-9, 10, size + 4)}


def _even_same(rng: Generator, size: int) -> Arguments:
    return _signal(rng, size + 5, 2 * int(rng.integers(1, 3)), "same")


def _even(rng: Generator, size: int) -> Arguments:
    return _signal(rng, size + 5, 4, str(rng.choice(["full", "valid"])))


def _one_tap(rng: Generator, size: int) -> Arguments:
    return _signal(rng, size + 1, 1, _any_mode(rng))


def _as_long(rng: Generator, size: int) -> Arguments:
    return _signal(rng, size + 1, size + 1, _any_mode(rng))


def _single_values(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _signal(rng, 1, 1, _any_mode(rng))


def _many(rng: Generator, size: int) -> Arguments:
    return _signal(rng, 1000 * size, 50, _any_mode(rng))


def _not_flipped(x: Any, w: NDArray[Any], mode: str = "full") -> Floats:
    return conv1d_modes(x, w[::-1], mode)


def _instead(wrong: str) -> Suspect:
    def answer(x: Any, w: Any, mode: str = "full") -> Floats:  # noqa: ARG001
        return conv1d_modes(x, w, wrong)

    return Suspect(f"this is what the mode '{wrong}' gives", answer)


def _one_later(x: Any, w: NDArray[Any], mode: str = "full") -> Floats:
    """Of an even kernel the other middle: k // 2 instead of (k - 1) // 2."""
    if mode != "same":
        raise ValueError(mode)
    return conv1d_modes(x, w)[w.size // 2 :][: x.size]


HIDDEN = Hidden(
    Exercise(
        name="conv1d_modes",
        summary="Convolve a signal with a kernel, in the modes full, same and valid.",
        parameters=(
            Parameter("x", "(n,) array, floats or integers"),
            Parameter("w", "(k,) array of floats, 1 <= k <= n"),
            Parameter("mode", "'full', 'same' or 'valid'", "'full'"),
        ),
        returns="array of floats: n + k - 1 of them in full, n in same, n - k + 1 in valid mode",
        conventions=(
            "True convolution, y[i] = sum over j of x[i - j] * w[j]: the kernel is flipped.",
            "x is zero outside; full begins where the kernel touches x[0].",
            "same is full[(k - 1)//2 : (k - 1)//2 + n], as in numpy.convolve.",
            "valid has the places where the kernel lies inside x.",
            "x and w come back unchanged.",
        ),
        example=(
            (
                "conv1d_modes(np.array([1., 2., 3.]), np.array([1., 10.]), mode='valid')",
                "array([12., 23.])",
            ),
        ),
    ),
    conv1d_modes,
    (
        Family(Category.BASIC, "the default mode", _default),
        Family(Category.BASIC, "full", _full),
        Family(Category.BASIC, "same", _same),
        Family(Category.BASIC, "valid", _valid),
        Family(Category.SHAPE, "kernels of other odd lengths", _other_lengths, 5),
        Family(Category.SHAPE, "longer signals", _long),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_long(rng, size))),
        Family(Category.DTYPE, "an integer signal", _integers, 3),
        Family(Category.EDGE, "an even kernel in same mode", _even_same, 3),
        Family(Category.EDGE, "an even kernel in the other modes", _even, 3),
        Family(Category.EDGE, "a kernel of one value", _one_tap, 3),
        Family(Category.EDGE, "a kernel as long as the signal", _as_long, 3),
        Family(Category.EDGE, "one value each", _single_values, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _other_lengths, 3),
        Family(Category.LARGE, "a long signal", _many, 1),
    ),
    (
        Suspect("the kernel is not flipped: that is cross-correlation", _not_flipped),
        *(_instead(mode) for mode in ("full", "same", "valid")),
        Suspect("off by one: same begins at (k - 1)//2 of full, not at k//2", _one_later),
    ),
)
