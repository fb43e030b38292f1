"""Batch normalisation at inference, folded into the layer before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.normalization._features import narrow, scales

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, Floats]


def fold_bn_into_conv(
    w: ArrayLike,
    b: ArrayLike | None,
    gamma: ArrayLike,
    beta: ArrayLike,
    running_mean: ArrayLike,
    running_var: ArrayLike,
    eps: float = 1e-5,
) -> Two:
    r"""Weights of w's shape and a bias (F,) that do the work of layer and batch norm together.

    $w'_f = s_f w_f$ and $b'_f = \beta_f + s_f (b_f - \mu_f)$ with
    $s_f = \gamma_f / \sqrt{\sigma_f^2 + \epsilon}$, running mean and variance, all (F,); w is
    (F, C, HH, WW), or (F, ...) of another layer. b None means no bias.
    Source: Jacob et al. 2018, arXiv:1712.05877, section 3.2.

    >>> w, b = fold_bn_into_conv([[1.0, 2.0]], None, [6.0], [5.0], [3.0], [4.0], eps=0.0)
    >>> w.tolist(), b.tolist()
    ([[3.0, 6.0]], [-4.0])
    """
    w, gamma, beta, mean, var = (
        np.asarray(a, dtype=np.float64) for a in (w, gamma, beta, running_mean, running_var)
    )
    bias = np.zeros(len(w)) if b is None else np.asarray(b, dtype=np.float64)
    slope = gamma / np.sqrt(var + eps)
    folded = w * slope.reshape(-1, *[1] * (w.ndim - 1))
    return folded, beta + slope * (bias - mean)


def _layer(rng: Generator, *shape: int, **how: Any) -> Arguments:
    filters = shape[0]
    return {
        "w": rng.normal(size=shape),
        "b": rng.normal(size=filters),
        "gamma": scales(rng, filters),
        "beta": rng.normal(size=filters),
        "running_mean": rng.normal(0, 2, filters),
        "running_var": rng.uniform(0.3, 3, filters),
        **how,
    }


def _conv(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, 2, 3, 3)


def _as_long_as_wide(rng: Generator, size: int) -> Arguments:
    """All axes equally long, so that a wrong one fits."""
    return _layer(rng, *[size + 1] * 4)


def _without_bias(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, 2, 3, 3, b=None)


def _linear(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, size + 2)


def _square_linear(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, size + 1)


def _depthwise(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, 1, 3, 3)


def _one_dimensional(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, 2, 3, b=None)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_layer(rng, size + 1, 2, 3, 3))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 1, 2, 2, 2)
    return found | {"w": rng.integers(-5, 6, found["w"].shape)}


def _one_filter(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 1, size, 3, 3)


def _pruned(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 1, 2, 3, 3)
    found["gamma"][rng.integers(size + 1)] = 0.0
    return found


def _no_variance(rng: Generator, size: int) -> Arguments:
    """A filter that always said the same: eps alone stands under the root."""
    found = _layer(rng, size + 1, 2, 3, 3)
    found["running_var"][rng.integers(size + 1)] = 0.0
    return found


def _little_variance(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 1, 2, 3, 3)
    return found | {"running_var": found["running_var"] * 1e-5}


def _other_eps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, 2, 3, 3, eps=float(rng.choice([1e-3, 0.1])))


def _many_filters(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 32 * size, 32 * size, 3, 3)


def _slope(gamma: Any, var: Any, eps: float) -> Any:
    return gamma / np.sqrt(var + eps)


def _bias_not_scaled(
    w: Any, b: Any, gamma: Any, beta: Any, running_mean: Any, running_var: Any, eps: float = 1e-5
) -> Two:
    folded, _ = fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps)
    own = 0.0 if b is None else b
    return folded, beta + own - running_mean * _slope(gamma, running_var, eps)


def _bias_dropped(
    w: Any, b: Any, gamma: Any, beta: Any, running_mean: Any, running_var: Any, eps: float = 1e-5
) -> Two:
    del b
    return fold_bn_into_conv(w, None, gamma, beta, running_mean, running_var, eps)


def _no_root(
    w: Any, b: Any, gamma: Any, beta: Any, running_mean: Any, running_var: Any, eps: float = 1e-5
) -> Two:
    square = (running_var + eps) ** 2
    return fold_bn_into_conv(w, b, gamma, beta, running_mean, square, 0.0)


def _no_eps(
    w: Any, b: Any, gamma: Any, beta: Any, running_mean: Any, running_var: Any, eps: float = 1e-5
) -> Two:
    del eps
    return fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, 0.0)


def _last_axis(
    w: Any, b: Any, gamma: Any, beta: Any, running_mean: Any, running_var: Any, eps: float = 1e-5
) -> Two:
    _, bias = fold_bn_into_conv(w, b, gamma, beta, running_mean, running_var, eps)
    return w * _slope(gamma, running_var, eps), bias


_TYPED = "fold_bn_into_conv(np.eye(2), None, *np.array([[6, 9], [5, 5], [3, 3], [3, 8]]), 1)[1]"
HIDDEN = Hidden(
    Exercise(
        name="fold_bn_into_conv",
        summary="Fold a batch norm at inference into the convolution before it.",
        parameters=(
            Parameter("w", "(F, C, HH, WW) filters; or (F, ...), as (F, D) of a linear layer"),
            Parameter("b", "(F,) array, the layer's bias, or None for none"),
            Parameter("gamma", "(F,) array of factors"),
            Parameter("beta", "(F,) array of offsets"),
            Parameter("running_mean", "(F,) array"),
            Parameter("running_var", "(F,) array, at least 0"),
            Parameter("eps", "is added to the variance, under the root", "1e-05"),
        ),
        returns="new weights of w's shape and a new bias (F,); floats",
        parts=(Part("w"), Part("b")),
        conventions=(
            "Batch norm at inference: gamma * (z - running_mean) / sqrt(running_var + eps) + beta.",
            "The new layer alone gives, for every input, what layer and batch norm gave together.",
            "Axis 0 of w counts the output channels.",
            "b is often None, as a bias before batch norm does nothing; the new bias is needed.",
            "A variance or a gamma may be 0.",
            "All arrays come back unchanged.",
        ),
        example=(
            (
                _TYPED,
                "array([-4., -4.])",
            ),
        ),
    ),
    fold_bn_into_conv,
    (
        Family(Category.BASIC, "a convolution", _conv, 3),
        Family(Category.BASIC, "without bias", _without_bias),
        Family(Category.SHAPE, "as many filters as channels, rows and columns", _as_long_as_wide),
        Family(Category.SHAPE, "a linear layer", _linear),
        Family(Category.SHAPE, "a square linear layer", _square_linear, 1),
        Family(Category.SHAPE, "a depthwise convolution", _depthwise, 1),
        Family(Category.SHAPE, "a convolution along one axis", _one_dimensional, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer weights", _integers, 1),
        Family(Category.EDGE, "one filter", _one_filter, 1),
        Family(Category.EDGE, "a gamma of 0", _pruned, 1),
        Family(Category.EDGE, "a variance of 0", _no_variance, 1),
        Family(Category.EDGE, "variances as small as eps", _little_variance, 1),
        Family(Category.EDGE, "another eps", _other_eps),
        Family(Category.ALIASING, "the inputs stay as they were", _conv),
        Family(Category.LARGE, "many filters", _many_filters, 1),
    ),
    (
        Suspect("the layer's bias is not multiplied by gamma / std", _bias_not_scaled),
        Suspect("the layer's own bias is lost", _bias_dropped),
        Suspect("divided by the variance instead of its root", _no_root),
        Suspect("eps is left out", _no_eps),
        Suspect("the weights are scaled along their last axis, not per filter", _last_axis),
    ),
)
