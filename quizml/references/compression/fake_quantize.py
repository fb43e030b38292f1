"""Fake quantisation: forward, and backward by the straight-through estimator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.compression._draw import clear_of_halves, steps
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import narrow

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, Floats]


def fake_quantize(
    x: ArrayLike,
    dout: ArrayLike,
    scale: float,
    zero_point: int = 0,
    quant_min: int = -128,
    quant_max: int = 127,
) -> Two:
    r"""The output, quantised and read back, and the gradient dx; both of x's shape, floats.

    With $r = \mathrm{round}(x / s) + z$ the output is $s (\mathrm{clip}(r, q_{min}, q_{max}) - z)$.
    Rounding has no useful slope, so the straight-through estimator passes the gradient dout of
    the output on as it is where $q_{min} \le r \le q_{max}$, and 0 where r was clipped. Halves
    round to even. No values, no gradients.
    Source: PyTorch documentation, torch.fake_quantize_per_tensor_affine; Bengio et al. 2013,
    arXiv:1308.3432, for the estimator.

    >>> out, dx = fake_quantize([0.3, -0.6, 9.0], [1.0, 2.0, 3.0], 0.5, quant_min=-2, quant_max=1)
    >>> out.tolist(), dx.tolist()
    ([0.5, -0.5, 0.5], [1.0, 2.0, 0.0])
    """
    x, dout = (np.asarray(a, dtype=np.float64) for a in (x, dout))
    levels = np.rint(x / scale) + zero_point
    out = scale * (np.clip(levels, quant_min, quant_max) - zero_point)
    inside = (quant_min <= levels) & (levels <= quant_max)
    return out, np.where(inside, dout, 0.0)


def _draw(
    rng: Generator, shape: tuple[int, ...], low: int = -8, high: int = 7, outermost: bool = False
) -> Arguments:
    """A third lies outside; only if asked for, values round to the first or the last level."""
    scale, zero = float(rng.uniform(0.05, 0.3)), int(rng.integers(low + 2, high - 1))
    zero += zero == 0
    levels = rng.integers(low - (high - low) // 4, high + (high - low) // 4 + 1, shape)
    levels += (levels == low) | (levels == high)
    if outermost:
        levels = rng.choice([low, high], shape)
    x = scale * (steps(rng, levels) - zero)
    dout = rng.uniform(0.3, 3, shape) * rng.choice([-1.0, 1.0], shape)
    numbers = {"scale": scale, "zero_point": zero, "quant_min": low, "quant_max": high}
    return {"x": x, "dout": dout, **numbers}


def _defaults(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 3,), -128, 127)
    x = found["x"] + found["scale"] * found["zero_point"]
    return {"x": x, "dout": found["dout"], "scale": found["scale"]}


def _unsigned(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, size + 2), 0, int(rng.choice([7, 15, 31])))


def _integers(rng: Generator, size: int) -> Arguments:
    whole = {name: rng.integers(-5, 6, (size, 3)) for name in ("x", "dout")}
    return _draw(rng, (size, 3)) | whole | {"scale": 0.5}


def _all_outside(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, (size + 1,))
    return found | {"x": rng.choice([-1.0, 1.0], size + 1) * rng.uniform(8, 9, size + 1)}


def _fair(arguments: Arguments) -> bool:
    return clear_of_halves(arguments["x"] / arguments["scale"])


def _everywhere(x: Any, dout: Any, scale: float, *rest: int, **named: int) -> Two:
    return fake_quantize(x, dout, scale, *rest, **named)[0], dout


def _nowhere(x: Any, dout: Any, scale: float, *rest: int, **named: int) -> Two:
    return fake_quantize(x, dout, scale, *rest, **named)[0], np.zeros(dout.shape)


def _left_as_integers(x: Any, dout: Any, scale: float, zero_point: int = 0, **named: int) -> Two:
    out, dx = fake_quantize(x, dout, scale, zero_point, **named)
    return np.rint(out / scale) + zero_point, dx


def _zero_point_stays(x: Any, dout: Any, scale: float, zero_point: int = 0, **named: int) -> Two:
    out, dx = fake_quantize(x, dout, scale, zero_point, **named)
    return out + scale * zero_point, dx


def _by_values(
    x: Any,
    dout: Any,
    scale: float,
    zero_point: int = 0,
    quant_min: int = -128,
    quant_max: int = 127,
) -> Two:
    out, _ = fake_quantize(x, dout, scale, zero_point, quant_min, quant_max)
    low, high = scale * (quant_min - zero_point), scale * (quant_max - zero_point)
    return out, np.where((low <= x) & (x <= high), dout, 0.0)


HIDDEN = Hidden(
    Exercise(
        name="fake_quantize",
        summary="Fake quantisation for quantisation-aware training, forward and backward.",
        parameters=(
            Parameter("x", "array of any shape"),
            Parameter("dout", "array of x's shape, the loss's gradient at the output"),
            Parameter("scale", "the step s, above 0"),
            Parameter("zero_point", "the integer that stands for 0", "0"),
            Parameter("quant_min", "the smallest integer", "-128"),
            Parameter("quant_max", "the largest integer", "127"),
        ),
        returns="(out, dx), both of x's shape, floats",
        parts=(Part("out"), Part("dx")),
        conventions=(
            "out is quantised and read back: scale times (an integer less zero_point).",
            "round(x / scale) is taken first and zero_point added then; halves round to even.",
            "dx is dout where that sum lies from quant_min to quant_max, both included; else 0.",
            "There may be no values; x and dout may hold integers, and come back unchanged.",
        ),
        example=(
            (
                "fake_quantize(np.array([0.3, 9.]), np.array([1., 2.]), 0.5, 0, -2, 1)",
                "(array([0.5, 0.5]), array([1., 0.]))",
            ),
        ),
    ),
    fake_quantize,
    (
        Family(Category.BASIC, "a few values", lambda rng, size: _draw(rng, (size + 4,)), 4),
        Family(Category.BASIC, "the defaults", _defaults, 3),
        Family(Category.BASIC, "unsigned integers", _unsigned, 3),
        Family(Category.SHAPE, "feature maps", lambda rng, size: _draw(rng, (size, 2, 3, 2))),
        Family(Category.DTYPE, "float32", lambda rng, size: narrow(_draw(rng, (size, 4)))),
        Family(Category.DTYPE, "integers", _integers),
        Family(
            Category.EDGE,
            "the first and the last level",
            lambda rng, size: _draw(rng, (2 * size + 4,), outermost=True),
            3,
        ),
        Family(Category.EDGE, "all outside", _all_outside),
        Family(Category.EDGE, "no values", lambda rng, size: _draw(rng, (0, size)), 1),
        Family(
            Category.ALIASING,
            "the inputs stay as they were",
            lambda rng, size: _draw(rng, (size, 4)),
        ),
        Family(Category.LARGE, "many", lambda rng, size: _draw(rng, (100 * size, 50)), 1),
    ),
    (
        Suspect("the gradient passes everywhere, also where values were clipped", _everywhere),
        Suspect("the gradient is 0: rounding's own slope", _nowhere),
        Suspect("the output is left as integers, not read back", _left_as_integers),
        Suspect("zero_point is not subtracted when reading back", _zero_point_stays),
        Suspect("the mask compares x itself with the range instead of the rounded x", _by_values),
    ),
    fair=_fair,
)
