"""Batch normalisation: each channel by the mean and variance of the batch."""

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


def batch_norm(
    x: ArrayLike,
    gamma: ArrayLike,
    beta: ArrayLike,
    running_mean: ArrayLike,
    running_var: ArrayLike,
    training: bool = True,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> Three:
    r"""The output y, of x's shape (N, C, ...), and the two running averages, (C,) each.

    $y = \gamma (x - \mu_c) / \sqrt{\sigma_c^2 + \epsilon} + \beta$. In training mu and sigma^2 are
    mean and variance (divided by m) of the m values of a channel, over all axes but 1, and each
    running average r becomes (1 - momentum) r + momentum s; for the variance s is divided by
    m - 1. Otherwise the running averages take their place and stay. A channel of one value
    throughout gives beta. m > 1 in training.
    Source: Ioffe and Szegedy 2015, arXiv:1502.03167, algorithms 1 and 2.

    >>> y, mean, var = batch_norm([[1.0], [3.0]], [2.0], [5.0], [0.0], [1.0], eps=0.0)
    >>> y.tolist(), mean.round(6).tolist(), var.round(6).tolist()
    ([[3.0], [7.0]], [0.2], [1.1])
    """
    x, gamma, beta = (np.asarray(a, dtype=np.float64) for a in (x, gamma, beta))
    old_mean, old_var = (np.array(a, dtype=np.float64) for a in (running_mean, running_var))
    mean, var, new_mean, new_var = old_mean, old_var, old_mean, old_var
    if training:
        everything_else = (0, *range(2, x.ndim))
        mean, var = x.mean(axis=everything_else), x.var(axis=everything_else)
        m = x.size // x.shape[1]
        new_mean = (1 - momentum) * old_mean + momentum * mean
        new_var = (1 - momentum) * old_var + momentum * var * m / (m - 1)
    along_channels = (-1, *[1] * (x.ndim - 2))
    scale = (gamma / np.sqrt(var + eps)).reshape(along_channels)
    y = (x - mean.reshape(along_channels)) * scale + beta.reshape(along_channels)
    return y, new_mean, new_var


def _layer(rng: Generator, *shape: int, **how: Any) -> Arguments:
    channels = shape[1]
    return {
        "x": features(rng, *shape),
        "gamma": scales(rng, channels),
        "beta": rng.normal(size=channels),
        "running_mean": rng.normal(size=channels),
        "running_var": rng.uniform(0.5, 3, channels),
        **how,
    }


def _rows(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 2, size)


def _inference(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, size, training=False)


def _maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, size + 1, 3)


def _maps_at_inference(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, 3, size + 1, training=False)


def _sequences(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size, 2, size + 2)


def _as_many_of_each(rng: Generator, size: int) -> Arguments:
    """All axes equally long, so that a wrong one fits."""
    return _layer(rng, *[size + 1] * 4)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_layer(rng, size + 3, size, 2))


def _integers(rng: Generator, size: int) -> Arguments:
    """The last row differs from the first, so that no channel is constant."""
    x = rng.integers(-5, 6, (size + 2, size))
    x[-1] = x[0] + 3
    return _layer(rng, size + 2, size) | {"x": x}


def _one_image(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 1, size, 3, size)


def _constant_channel(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 1, size + 1, 2)
    found["x"][:, rng.integers(size + 1)] = rng.integers(-8, 9) / 4
    return found


def _little_spread(rng: Generator, size: int) -> Arguments:
    """Variances near eps, which then decides."""
    found = _layer(rng, size + 2, size)
    return found | {"x": found["x"] * 2e-3}


def _other_constants(rng: Generator, size: int) -> Arguments:
    momentum, eps = float(rng.choice([0.01, 0.3, 0.9])), float(rng.choice([1e-3, 0.1]))
    return _layer(rng, size + 2, size, momentum=momentum, eps=eps)


def _all_or_nothing(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 2, size, momentum=float(rng.integers(0, 2)))


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 1, size + 1, training=False)


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 0, size, 2, training=False)


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 3, size, 2)
    return found | {"x": found["x"] + 2e5 * rng.integers(1, 5, (size, 1))}


def _many_maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 4, 8 * size, 8 * size, 8 * size)


def _biased_running_var(x: Any, *affine: Any, **rest: Any) -> Three:
    y, mean, var = batch_norm(x, *affine, **rest)
    m = x.size // x.shape[1]
    old = np.asarray(affine[-1])
    kept = 1 - rest.get("momentum", 0.1)
    return y, mean, kept * old + (var - kept * old) * (m - 1) / m


def _momentum_swapped(*a: Any, momentum: float = 0.1, **rest: Any) -> Three:
    how = rest | {"momentum": 1 - momentum}
    return batch_norm(*a, **how)


def _always_training(*a: Any, training: bool = True, **rest: Any) -> Three:
    if not len(a[0]):
        raise ValueError("no samples to average")
    how = rest | {"training": training}
    return batch_norm(*a, **rest)[0], *batch_norm(*a, **how)[1:]


def _running_not_updated(*a: Any, **rest: Any) -> Three:
    return batch_norm(*a, **rest)[0], np.array(a[3]), np.array(a[4])


def _per_position(x: Any, gamma: Any, beta: Any, *rest: Any, **how: Any) -> Three:
    y, mean, var = batch_norm(x, gamma, beta, *rest, **how)
    if how.get("training", True):
        own = (-1, *[1] * (x.ndim - 2))
        y = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + how.get("eps", 1e-5))
        y = y * gamma.reshape(own) + beta.reshape(own)
    return y, mean, var


def _by_name(answer: Any) -> Any:
    """The suspect, called by name."""

    def call(
        x: Any, gamma: Any, beta: Any, running_mean: Any, running_var: Any, **how: Any
    ) -> Three:
        three: Three = answer(x, gamma, beta, running_mean, running_var, **how)
        return three

    return call


_TYPED = "batch_norm(np.array([[1.], [3.]]), *np.array([[1.], [5.], [0.], [1.]]), eps=0.0)[0]"
HIDDEN = Hidden(
    Exercise(
        name="batch_norm",
        summary="Batch normalisation, in training and at inference.",
        parameters=(
            Parameter("x", "(N, C) or (N, C, ...) array, floats or integers; axis 1 is channels"),
            Parameter("gamma", "(C,) array of factors"),
            Parameter("beta", "(C,) array of offsets"),
            Parameter("running_mean", "(C,) array, the running average of the means"),
            Parameter("running_var", "(C,) array, the running average of the variances"),
            Parameter(
                "training", "True: use the batch and update; False: use the averages", "True"
            ),
            Parameter("momentum", "the weight of the new value in a running average", "0.1"),
            Parameter("eps", "added to the variance, under the root", "1e-05"),
        ),
        returns="y of x's shape, and the new running_mean and running_var, (C,) each; floats",
        parts=(Part("y"), Part("running_mean"), Part("running_var")),
        conventions=(
            "The m values of a channel lie along all axes but 1; m > 1 in training.",
            "y is made with the variance divided by m, running_var gets the one divided by m - 1.",
            "running = (1 - momentum) * running + momentum * new, as in PyTorch.",
            "With training=False the running averages are used and come back; N may be 1 or 0.",
            "Values may lie near 1e6 and differ by 1.",
            "The arrays given stay as they were: return new running averages.",
        ),
        closeness=Closeness(1e-7, 1e-8),
        example=(
            (
                _TYPED,
                "array([[4.],\n       [6.]])",
            ),
        ),
    ),
    batch_norm,
    (
        Family(Category.BASIC, "a batch of rows", _rows, 3),
        Family(Category.BASIC, "inference", _inference),
        Family(Category.SHAPE, "feature maps", _maps),
        Family(Category.SHAPE, "feature maps at inference", _maps_at_inference, 1),
        Family(Category.SHAPE, "sequences", _sequences, 1),
        Family(Category.SHAPE, "as many samples as channels, rows and columns", _as_many_of_each),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "one image", _one_image, 1),
        Family(Category.EDGE, "a channel of one value", _constant_channel, 1),
        Family(Category.EDGE, "variances as small as eps", _little_spread, 1),
        Family(Category.EDGE, "another momentum and eps", _other_constants),
        Family(Category.EDGE, "momentum 0 or 1", _all_or_nothing),
        Family(Category.EDGE, "one sample at inference", _one_sample, 1),
        Family(Category.EDGE, "no samples at inference", _no_samples, 1),
        Family(Category.STABILITY, "values far from 0", _far_from_zero),
        Family(Category.ALIASING, "the inputs stay as they were", _maps),
        Family(Category.LARGE, "many feature maps", _many_maps, 1),
    ),
    (
        Suspect("running_var takes the variance divided by m", _by_name(_biased_running_var)),
        Suspect("momentum is the weight of the old value", _by_name(_momentum_swapped)),
        Suspect("the batch's statistics are used at inference", _by_name(_always_training)),
        Suspect("the running averages are not updated", _by_name(_running_not_updated)),
        Suspect("each position has statistics of its own", _by_name(_per_position)),
    ),
)
