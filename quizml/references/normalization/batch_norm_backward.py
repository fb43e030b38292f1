"""The gradients of batch normalisation in training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.normalization._features import features, narrow, scales

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Three = tuple[Floats, Floats, Floats]


def batch_norm_backward(dy: ArrayLike, x: ArrayLike, gamma: ArrayLike, eps: float = 1e-5) -> Three:
    r"""The gradients dx of x's shape (N, C, ...), dgamma (C,) and dbeta (C,).

    The output was $y = \gamma \hat{x} + \beta$ with $\hat{x} = (x - \mu) / s$ and
    $s = \sqrt{\sigma^2 + \epsilon}$; mean and variance (divided by m) of the m values of a channel,
    over all axes but 1, depend on x, too. $d\beta = \sum dy$, $d\gamma = \sum dy\,\hat{x}$ and
    $dx = \gamma / s \cdot (dy - d\beta / m - \hat{x}\,d\gamma / m)$.
    A channel of one value throughout has x^ = 0. m > 1.
    Source: Ioffe and Szegedy 2015, arXiv:1502.03167, section 3.

    >>> dx, dgamma, dbeta = batch_norm_backward([[1.0], [0.0]], [[3.0], [1.0]], [2.0], eps=3.0)
    >>> dx.tolist(), dgamma.tolist(), dbeta.tolist()
    ([[0.375], [-0.375]], [0.5], [1.0])
    """
    dy, x, gamma = (np.asarray(a, dtype=np.float64) for a in (dy, x, gamma))
    everything_else = (0, *range(2, x.ndim))
    along_channels = (-1, *[1] * (x.ndim - 2))
    centred = x - x.mean(axis=everything_else, keepdims=True)
    variance = np.square(centred).mean(axis=everything_else, keepdims=True)
    normal = centred / np.sqrt(variance + eps)
    dbeta = dy.sum(axis=everything_else)
    dgamma = (dy * normal).sum(axis=everything_else)
    m = x.size // x.shape[1]
    both = dbeta.reshape(along_channels) + normal * dgamma.reshape(along_channels)
    dx = gamma.reshape(along_channels) / np.sqrt(variance + eps) * (dy - both / m)
    return dx, dgamma, dbeta


def _layer(rng: Generator, *shape: int, **how: Any) -> Arguments:
    return {
        "dy": rng.normal(size=shape) + rng.normal(),
        "x": features(rng, *shape),
        "gamma": scales(rng, shape[1]),
        **how,
    }


def _rows(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 3, size)


def _maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 3, size, size + 1, 2)


def _sequences(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, 2, size + 2)


def _as_many_of_each(rng: Generator, size: int) -> Arguments:
    """All axes equally long, so that a wrong one fits."""
    return _layer(rng, *[size + 1] * 4)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_layer(rng, size + 4, size, 2))


def _integers(rng: Generator, size: int) -> Arguments:
    """The last row differs from the first, so that no channel is constant."""
    x = rng.integers(-5, 6, (size + 3, size))
    x[-1] = x[0] + 3
    return _layer(rng, size + 3, size) | {"x": x}


def _one_image(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 1, size, 3, size + 1)


def _constant_channel(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 1, size + 1, 2)
    found["x"][:, rng.integers(size + 1)] = rng.integers(-8, 9) / 4
    return found


def _two_samples(rng: Generator, size: int) -> Arguments:
    """Of two values x^ is nearly -1 and 1, and only eps leaves a gradient."""
    return _layer(rng, 2, size + 1, eps=float(rng.choice([0.01, 0.1])))


def _little_spread(rng: Generator, size: int) -> Arguments:
    """Variances near eps, which then decides."""
    found = _layer(rng, size + 3, size)
    return found | {"x": found["x"] * 2e-3}


def _other_eps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 3, size, eps=float(rng.choice([1e-3, 0.1])))


def _dead_channel(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 3, size + 1)
    found["gamma"][rng.integers(size + 1)] = 0.0
    return found


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 3, size, 2)
    return found | {"x": found["x"] + 2e5 * rng.integers(1, 5, (size, 1))}


def _many_maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 4, 8 * size, 6 * size, 6 * size)


def _parts(dy: Any, x: Any, gamma: Any, eps: float) -> tuple[Any, ...]:
    dx, dgamma, dbeta = batch_norm_backward(dy, x, gamma, eps)
    over, own = (0, *range(2, x.ndim)), (-1, *[1] * (x.ndim - 2))
    factor = gamma.reshape(own) / np.sqrt(x.var(axis=over, keepdims=True) + eps)
    return dx, dgamma, dbeta, factor, over


def _statistics_fixed(dy: Any, x: Any, gamma: Any, eps: float = 1e-5) -> Three:
    _, dgamma, dbeta, factor, _ = _parts(dy, x, gamma, eps)
    return factor * dy, dgamma, dbeta


def _variance_fixed(dy: Any, x: Any, gamma: Any, eps: float = 1e-5) -> Three:
    _, dgamma, dbeta, factor, over = _parts(dy, x, gamma, eps)
    return factor * (dy - dy.mean(axis=over, keepdims=True)), dgamma, dbeta


def _mean_fixed(dy: Any, x: Any, gamma: Any, eps: float = 1e-5) -> Three:
    dx, dgamma, dbeta, factor, over = _parts(dy, x, gamma, eps)
    return dx + factor * dy.mean(axis=over, keepdims=True), dgamma, dbeta


def _without_gamma(dy: Any, x: Any, gamma: Any, eps: float = 1e-5) -> Three:
    return batch_norm_backward(dy, x, np.ones(len(gamma)), eps)


def _means(dy: Any, x: Any, gamma: Any, eps: float = 1e-5) -> Three:
    dx, dgamma, dbeta = batch_norm_backward(dy, x, gamma, eps)
    m = x.size // x.shape[1]
    return dx, dgamma / m, dbeta / m


_TYPED = "batch_norm_backward(np.array([[1.], [0.]]), np.array([[3.], [1.]]), np.array([2.]), 3)[0]"
HIDDEN = Hidden(
    Exercise(
        name="batch_norm_backward",
        summary="The gradients of batch normalisation in training.",
        parameters=(
            Parameter("dy", "array of x's shape, the gradient of the loss by the output"),
            Parameter("x", "(N, C) or (N, C, ...) array that was normalised; axis 1 is channels"),
            Parameter("gamma", "(C,) array of factors"),
            Parameter("eps", "was added to the variance, under the root", "1e-05"),
        ),
        returns="dx of x's shape, dgamma (C,) and dbeta (C,); floats",
        parts=(Part("dx"), Part("dgamma"), Part("dbeta")),
        conventions=(
            "Forward: y = gamma * (x - mean) / sqrt(var + eps) + beta.",
            "The m values of a channel lie along all axes but 1; var is divided by m; m > 1.",
            "Mean and variance are functions of x: the gradient runs through them.",
            "A channel may be of one value throughout, or have gamma 0.",
            "Values of x may lie near 1e6 and differ by 1.",
            "dy, x and gamma come back unchanged.",
        ),
        closeness=Closeness(1e-7, 1e-8),
        example=(
            (
                _TYPED,
                "array([[ 0.375],\n       [-0.375]])",
            ),
        ),
    ),
    batch_norm_backward,
    (
        Family(Category.BASIC, "a batch of rows", _rows, 4),
        Family(Category.SHAPE, "feature maps", _maps, 3),
        Family(Category.SHAPE, "sequences", _sequences, 1),
        Family(Category.SHAPE, "as many samples as channels, rows and columns", _as_many_of_each),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers in x", _integers, 1),
        Family(Category.EDGE, "one image", _one_image, 1),
        Family(Category.EDGE, "a channel of one value", _constant_channel),
        Family(Category.EDGE, "two samples", _two_samples),
        Family(Category.EDGE, "variances as small as eps", _little_spread, 1),
        Family(Category.EDGE, "another eps", _other_eps, 1),
        Family(Category.EDGE, "a gamma of 0", _dead_channel, 1),
        Family(Category.STABILITY, "values far from 0", _far_from_zero),
        Family(Category.ALIASING, "the inputs stay as they were", _maps),
        Family(Category.LARGE, "many feature maps", _many_maps, 1),
    ),
    (
        Suspect("mean and variance are treated as constants", _statistics_fixed),
        Suspect("the variance is treated as a constant", _variance_fixed),
        Suspect("the mean is treated as a constant", _mean_fixed),
        Suspect("dx lacks the factor gamma", _without_gamma),
        Suspect("dgamma and dbeta are means instead of sums", _means),
    ),
)
