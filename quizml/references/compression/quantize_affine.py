"""Affine quantisation of a tensor to unsigned integers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.compression._draw import clear_of_halves, steps
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import narrow

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Three = tuple[NDArray[np.int64], float, int]


def quantize_affine(x: ArrayLike, x_min: float, x_max: float, num_bits: int = 8) -> Three:
    r"""The integers q, of x's shape, from 0 to $2^b - 1$; the scale s; the zero point z.

    $s = (h - l) / (2^b - 1)$, $z = \mathrm{round}(-l / s)$ and
    $q = \mathrm{clip}(\mathrm{round}(x / s) + z, 0, 2^b - 1)$, where the range from l to h is the
    calibrated one, x_min to x_max, widened to hold 0: so 0 is exactly z. What lies outside the
    range saturates. Halves round to even. A range of 0 to 0 has the scale 1 and the zero point 0.
    Source: Jacob et al. 2017, arXiv:1712.05877; widened as by PyTorch's MinMaxObserver.

    >>> q, scale, zero_point = quantize_affine([-1.0, 0.0, 0.5, 9.0], -1.0, 2.0, num_bits=2)
    >>> q.tolist(), scale, zero_point
    ([0, 1, 1, 3], 1.0, 1)
    """
    x = np.asarray(x, dtype=np.float64)
    low, high, top = min(x_min, 0.0), max(x_max, 0.0), 2**num_bits - 1
    scale = (high - low) / top if high > low else 1.0
    zero_point = round(-low / scale)
    return np.clip(np.rint(x / scale) + zero_point, 0, top).astype(np.int64), scale, zero_point


def _draw(
    rng: Generator, shape: tuple[int, ...], bits: int = 4, zero: float | None = None
) -> Arguments:
    """A range around 0, or one that ends there; some values lie outside it."""
    top = 2**bits - 1
    if zero is None:
        zero = float(steps(rng, rng.integers(1, top, 1))[0])
    scale = float(rng.uniform(0.02, 0.2))
    levels = rng.integers(-top // 4 - 1, top + top // 4 + 2, shape) - round(zero)
    found = {"x": steps(rng, levels) * scale, "x_min": -zero * scale, "x_max": (top - zero) * scale}
    return found | {"num_bits": bits}


def _eight_bits(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 2,), 8)
    del found["num_bits"]
    return found


def _other_bits(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, size + 1), int(rng.choice([2, 3, 4, 6])))


def _above(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 3,), zero=0.0)
    return found | {"x": np.abs(found["x"]), "x_min": 0.31 * found["x_max"]}


def _below(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 3,), zero=15.0)
    return found | {"x": -np.abs(found["x"]), "x_max": 0.41 * found["x_min"]}


def _nothing_but_zero(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"x": np.zeros(size + 1), "x_min": 0.0, "x_max": 0.0}


def _integers(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, 3)) | {"x": rng.integers(-2, 3, (size, 3))}


def _far_outside(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    return found | {"x": np.sign(rng.normal(size=size + 1)) * 1e25 * (1 + found["x"] ** 2)}


def _fair(arguments: Arguments) -> bool:
    _, scale, _ = quantize_affine(**arguments)
    return clear_of_halves(np.append(arguments["x"] / scale, arguments["x_min"] / scale))


def _all_levels(x: Any, x_min: float, x_max: float, num_bits: int = 8) -> Three:
    scale = (max(x_max, 0.0) - min(x_min, 0.0)) / 2**num_bits
    zero_point = round(-min(x_min, 0.0) / scale)
    q = np.clip(np.rint(x / scale) + zero_point, 0, 2**num_bits - 1)
    return q.astype(np.int64), scale, zero_point


def _as_calibrated(x: Any, x_min: float, x_max: float, num_bits: int = 8) -> Three:
    scale = (x_max - x_min) / (2**num_bits - 1)
    zero_point = round(-x_min / scale)
    q = np.clip(np.rint(x / scale) + zero_point, 0, 2**num_bits - 1)
    return q.astype(np.int64), scale, zero_point


def _unclipped(x: Any, x_min: float, x_max: float, num_bits: int = 8) -> Three:
    _, scale, zero_point = quantize_affine(x, x_min, x_max, num_bits)
    return (np.rint(x / scale) + zero_point).astype(np.int64), scale, zero_point


def _truncated(x: Any, x_min: float, x_max: float, num_bits: int = 8) -> Three:
    _, scale, zero_point = quantize_affine(x, x_min, x_max, num_bits)
    q = np.clip(np.trunc(x / scale) + zero_point, 0, 2**num_bits - 1)
    return q.astype(np.int64), scale, zero_point


HIDDEN = Hidden(
    Exercise(
        name="quantize_affine",
        summary="Affine (asymmetric) quantisation to unsigned integers, one scale for all.",
        parameters=(
            Parameter("x", "array of any shape"),
            Parameter("x_min", "the lower end of the calibrated range, at most x_max"),
            Parameter("x_max", "the upper end of the calibrated range"),
            Parameter("num_bits", "q runs from 0 to 2**num_bits - 1", "8"),
        ),
        returns="(q, scale, zero_point): integers of x's shape, a float, an integer",
        parts=(Part("q", Returns.INTEGER), Part("scale"), Part("zero_point", Returns.INTEGER)),
        conventions=(
            "The range is first widened to hold 0, so that 0 is represented exactly.",
            "round(x / scale) is taken first and zero_point added then; halves round to even.",
            "Values outside the range, however far, saturate at 0 or 2**num_bits - 1.",
            "Where the widened range is 0 to 0, the scale is 1 and the zero point 0.",
            "Any integer type will do; x may hold integers or nothing, and comes back unchanged.",
        ),
        example=(
            (
                "quantize_affine(np.array([-1., 0., 0.6, 9.]), -1.0, 2.0, num_bits=2)",
                "(array([0, 1, 2, 3]), 1.0, 1)",
            ),
        ),
    ),
    quantize_affine,
    (
        Family(Category.BASIC, "a few values", lambda rng, size: _draw(rng, (size + 4,)), 4),
        Family(Category.BASIC, "8 bits by default", _eight_bits, 3),
        Family(Category.BASIC, "another number of bits", _other_bits, 3),
        Family(Category.SHAPE, "feature maps", lambda rng, size: _draw(rng, (size, 2, 3, 2))),
        Family(Category.DTYPE, "float32", lambda rng, size: narrow(_draw(rng, (size, 4)))),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "a range above 0", _above, 3),
        Family(Category.EDGE, "a range below 0", _below, 3),
        Family(Category.EDGE, "nothing but 0", _nothing_but_zero, 1),
        Family(Category.EDGE, "no values", lambda rng, size: _draw(rng, (0, size)), 1),
        Family(Category.STABILITY, "values far outside", _far_outside),
        Family(Category.ALIASING, "x stays as it was", lambda rng, size: _draw(rng, (size, 4))),
        Family(Category.LARGE, "many", lambda rng, size: _draw(rng, (100 * size, 50), 8), 1),
    ),
    (
        Suspect("the range is divided into 2**num_bits steps instead of one less", _all_levels),
        Suspect("the range is not widened to hold 0", _as_calibrated),
        Suspect("values outside the range do not saturate", _unclipped),
        Suspect("x / scale is cut off instead of rounded", _truncated),
    ),
    fair=_fair,
)
