"""Layer normalisation: each sample, or each token, by its own mean and variance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.normalization._features import features, narrow, scales

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def layer_norm(x: ArrayLike, gamma: ArrayLike, beta: ArrayLike, eps: float = 1e-5) -> Floats:
    r"""Array of x's shape, normalised over the last axes, which are those of gamma and beta.

    $y = \gamma (x - \mu) / \sqrt{\sigma^2 + \epsilon} + \beta$ with the mean and the variance
    (divided by the number of values) of one sample or token alone, over as many last axes as
    gamma has. Equal values give beta. No samples, no output.
    Source: Ba, Kiros, Hinton 2016, arXiv:1607.06450, section 3.

    >>> layer_norm([[1.0, 3.0], [0.0, 40.0]], [1.0, 2.0], [0.0, 5.0], eps=0.0).tolist()
    [[-1.0, 7.0], [-1.0, 7.0]]
    """
    x, gamma, beta = (np.asarray(a, dtype=np.float64) for a in (x, gamma, beta))
    axes = tuple(range(-gamma.ndim, 0))
    centred = x - x.mean(axis=axes, keepdims=True)
    variance = np.square(centred).mean(axis=axes, keepdims=True)
    return np.asarray(gamma * centred / np.sqrt(variance + eps) + beta)


def _layer(rng: Generator, *shape: int, last: int = 1, **how: Any) -> Arguments:
    """Tokens that differ in place and spread, as the axis before the last ones counts them."""
    own = shape[len(shape) - last :]
    tokens = features(rng, *shape, axis=max(len(shape) - last - 1, 0))
    return {"x": tokens, "gamma": scales(rng, *own), "beta": rng.normal(size=own), **how}


def _rows(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, size + 2)


def _tokens(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, size + 2)


def _as_long_as_wide(rng: Generator, size: int) -> Arguments:
    """All axes equally long, so that a wrong one fits."""
    return _layer(rng, *[size + 1] * 3)


def _one_vector(rng: Generator, size: int) -> Arguments:
    x = rng.normal(0, 2, size + 2) + rng.normal()
    return {"x": x, "gamma": scales(rng, size + 2), "beta": rng.normal(size=size + 2)}


def _maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, size + 1, 3, last=3)


def _last_two(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, 3, size, size + 1, last=2)


def _channels_last(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, 2, size + 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_layer(rng, 2, size, size + 3))


def _integers(rng: Generator, size: int) -> Arguments:
    """The last value differs from the first, so that no token is constant."""
    x = rng.integers(-5, 6, (2, size, size + 2))
    x[..., -1] = x[..., 0] + 3
    return _layer(rng, *x.shape) | {"x": x}


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 0, size + 2)


def _one_feature(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, 1)


def _equal_values(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 1, size + 1)
    found["x"][rng.integers(size + 1)] = rng.integers(-8, 9) / 4
    return found


def _little_spread(rng: Generator, size: int) -> Arguments:
    """Variances near eps, which then decides."""
    found = _layer(rng, size + 1, size + 2)
    return found | {"x": found["x"] * 2e-3}


def _other_eps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size, size + 2, eps=float(rng.choice([1e-3, 0.1])))


def _far_apart(rng: Generator, size: int) -> Arguments:
    """Tokens of one sample on very different scales: each has its own."""
    found = _layer(rng, 2, size + 1, size + 2)
    return found | {"x": found["x"] * 10.0 ** rng.permutation(size + 1)[:, None]}


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 1, size + 3)
    return found | {"x": found["x"] + 2e5 * rng.integers(1, 5, (size + 1, 1))}


def _many_tokens(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 4, 16 * size, 64 * size)


def _over(axes: tuple[int, ...], x: Any, gamma: Any, beta: Any, eps: float) -> Floats:
    mean, var = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
    return np.asarray(gamma * (x - mean) / np.sqrt(var + eps) + beta)


def _over_the_batch(x: Any, gamma: Any, beta: Any, eps: float = 1e-5) -> Floats:
    if not len(x):
        raise ValueError("no samples to average")
    return _over(tuple(range(x.ndim - gamma.ndim)), x, gamma, beta, eps)


def _over_the_sentence(x: Any, gamma: Any, beta: Any, eps: float = 1e-5) -> Floats:
    return _over(tuple(range(1, x.ndim)), x, gamma, beta, eps)


def _last_axis_only(x: Any, gamma: Any, beta: Any, eps: float = 1e-5) -> Floats:
    return _over((-1,), x, gamma, beta, eps)


def _unbiased(x: Any, gamma: Any, beta: Any, eps: float = 1e-5) -> Floats:
    m = gamma.size
    if m == 1:
        raise ValueError("no variance of one value")
    return np.asarray(
        beta + (layer_norm(x, gamma, beta, eps * m / (m - 1)) - beta) * np.sqrt((m - 1) / m)
    )


def _root_outside(x: Any, gamma: Any, beta: Any, eps: float = 1e-5) -> Floats:
    axes = tuple(range(-gamma.ndim, 0))
    spread = x.std(axis=axes, keepdims=True) + eps
    return np.asarray(gamma * (x - x.mean(axis=axes, keepdims=True)) / spread + beta)


HIDDEN = Hidden(
    Exercise(
        name="layer_norm",
        summary="Layer normalisation over the last axes, with scale and offset.",
        parameters=(
            Parameter("x", "(..., *S) array, floats or integers"),
            Parameter("gamma", "array of shape S (the last axes of x), factors"),
            Parameter("beta", "array of shape S, offsets"),
            Parameter("eps", "added to the variance, under the root", "1e-05"),
        ),
        returns="array of x's shape, floats",
        conventions=(
            "S is usually (D,), the features of a token; it may also be (C, H, W) or another.",
            "Each sample or token has one mean and one variance, over its own values in S.",
            "The variance is divided by the number of values, not by one less.",
            "Equal values (or a single one) give beta. There may be no samples at all.",
            "Values may lie near 1e6 and differ by 1.",
            "x, gamma and beta come back unchanged.",
        ),
        closeness=Closeness(1e-7, 1e-8),
        example=(
            (
                "layer_norm(np.array([[1., 3.], [0., 40.]]), np.ones(2), np.zeros(2), eps=0.0)",
                "array([[-1.,  1.],\n       [-1.,  1.]])",
            ),
        ),
    ),
    layer_norm,
    (
        Family(Category.BASIC, "a batch of rows", _rows),
        Family(Category.BASIC, "tokens of sentences", _tokens, 3),
        Family(Category.SHAPE, "as many samples as tokens and features", _as_long_as_wide),
        Family(Category.SHAPE, "a single vector", _one_vector, 1),
        Family(Category.SHAPE, "whole feature maps", _maps),
        Family(Category.SHAPE, "the last two of four axes", _last_two, 1),
        Family(Category.SHAPE, "maps with the channels last", _channels_last, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.EDGE, "one feature", _one_feature, 1),
        Family(Category.EDGE, "equal values", _equal_values, 1),
        Family(Category.EDGE, "variances as small as eps", _little_spread, 1),
        Family(Category.EDGE, "another eps", _other_eps, 1),
        Family(Category.STABILITY, "tokens of very different size", _far_apart, 1),
        Family(Category.STABILITY, "values far from 0", _far_from_zero),
        Family(Category.ALIASING, "the inputs stay as they were", _tokens),
        Family(Category.LARGE, "many tokens", _many_tokens, 1),
    ),
    (
        Suspect("mean and variance run over the batch", _over_the_batch),
        Suspect("one mean and variance for a whole sentence", _over_the_sentence),
        Suspect("only the last axis is normalised, whatever gamma's shape", _last_axis_only),
        Suspect("the variance is divided by one less than the number of values", _unbiased),
        Suspect("eps is added to the standard deviation, not under the root", _root_outside),
    ),
)
