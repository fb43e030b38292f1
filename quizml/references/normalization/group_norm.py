"""Group normalisation: channels in groups, each group of each sample by itself."""

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


def group_norm(
    x: ArrayLike, num_groups: int, gamma: ArrayLike, beta: ArrayLike, eps: float = 1e-5
) -> Floats:
    r"""Array of x's shape (N, C, ...), normalised in groups of C / num_groups channels.

    Group g holds the neighbours from channel $g\,C/G$ on. Of each group of each sample, mean and
    variance (divided by the number of values) over its channels and all places give
    $y = \gamma_c (x - \mu) / \sqrt{\sigma^2 + \epsilon} + \beta_c$, gamma and beta (C,). One group
    is layer normalisation, C groups are instance normalisation. Equal values give beta.
    Source: Wu and He 2018, arXiv:1803.08494, section 3.

    >>> group_norm([[1.0, 3.0, 0.0, 40.0]], 2, [1.0] * 4, [0.0, 0.0, 0.0, 5.0], eps=0.0).tolist()
    [[-1.0, 1.0, -1.0, 6.0]]
    """
    x, gamma, beta = (np.asarray(a, dtype=np.float64) for a in (x, gamma, beta))
    values = x[0].size // num_groups if len(x) else 1
    groups = x.reshape(len(x), num_groups, values)
    centred = groups - groups.mean(axis=2, keepdims=True)
    variance = np.square(centred).mean(axis=2, keepdims=True)
    normal = (centred / np.sqrt(variance + eps)).reshape(x.shape)
    along_channels = (-1, *[1] * (x.ndim - 2))
    return np.asarray(normal * gamma.reshape(along_channels) + beta.reshape(along_channels))


def _layer(rng: Generator, num_groups: int, *shape: int, **how: Any) -> Arguments:
    """Channels and samples both differ in place and spread."""
    own = rng.uniform(1, 3, (shape[0], *[1] * (len(shape) - 1)))
    return {
        "x": features(rng, *shape) * own,
        "num_groups": num_groups,
        "gamma": scales(rng, shape[1]),
        "beta": rng.normal(size=shape[1]),
        **how,
    }


def _maps(rng: Generator, size: int) -> Arguments:
    """Two groups of three or more channels: their number and their size differ."""
    return _layer(rng, 2, 2, 2 * (size + 2), size, 3)


def _more_groups(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 2, 2, 2 * (size + 2), 3, size)


def _as_many_of_each(rng: Generator, size: int) -> Arguments:
    """All axes equally long, so that a wrong one fits."""
    return _layer(rng, 2, *[2 * size] * 4)


def _sequences(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 3, 2, 6, size + 1)


def _rows(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size + 1, 2 * size + 4)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_layer(rng, 2, 2, 6, size, 2))


def _integers(rng: Generator, size: int) -> Arguments:
    """The last value differs from the first, so that no group is constant."""
    x = rng.integers(-5, 6, (2, 6, size + 1))
    x[..., -1] = x[..., 0] + 3
    return _layer(rng, 2, *x.shape) | {"x": x}


def _one_group(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 1, 2, size + 1, size, 2)


def _a_group_for_each(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, 2, size + 1, 2, 3)


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, 0, 2 * size, 3)


def _single_values(rng: Generator, size: int) -> Arguments:
    """As many groups as channels, and no places: each value is alone."""
    return _layer(rng, size + 1, 2, size + 1)


def _equal_values(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 2, 2, 4, size + 1)
    found["x"][0, 2:] = rng.integers(-8, 9) / 4
    return found


def _little_spread(rng: Generator, size: int) -> Arguments:
    """Variances near eps, which then decides."""
    found = _layer(rng, 2, 2, 6, size, 2)
    return found | {"x": found["x"] * 1e-3}


def _other_eps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 3, 2, 6, size, 2, eps=float(rng.choice([1e-3, 0.1])))


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 2, 2, 6, size, 2)
    return found | {"x": found["x"] + 2e5 * rng.integers(1, 5, (2, 1, 1, 1))}


def _many_maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 8, 4, 8 * size, 8 * size, 8 * size)


def _channels_per_group(x: Any, num_groups: int, *affine: Any, **rest: Any) -> Floats:
    return group_norm(x, x.shape[1] // num_groups, *affine, **rest)


def _interleaved(x: Any, num_groups: int, gamma: Any, beta: Any, eps: float = 1e-5) -> Floats:
    order = np.argsort(np.arange(x.shape[1]) % num_groups, kind="stable")
    y = np.empty(x.shape)
    y[:, order] = group_norm(x[:, order], num_groups, gamma[order], beta[order], eps)
    return y


def _per_place(x: Any, num_groups: int, gamma: Any, beta: Any, eps: float = 1e-5) -> Floats:
    groups = x.reshape(len(x), num_groups, x.shape[1] // num_groups, *x.shape[2:])
    mean, var = groups.mean(axis=2, keepdims=True), groups.var(axis=2, keepdims=True)
    own = (-1, *[1] * (x.ndim - 2))
    normal = ((groups - mean) / np.sqrt(var + eps)).reshape(x.shape)
    return np.asarray(normal * gamma.reshape(own) + beta.reshape(own))


def _over_the_batch(x: Any, num_groups: int, gamma: Any, beta: Any, eps: float = 1e-5) -> Floats:
    if not len(x):
        raise ValueError("no samples to average")
    together = np.moveaxis(x, 0, -1)[None]
    return np.moveaxis(group_norm(together, num_groups, gamma, beta, eps)[0], -1, 0)


def _one_for_all(x: Any, num_groups: int, *affine: Any, **rest: Any) -> Floats:  # noqa: ARG001
    return group_norm(x, 1, *affine, **rest)


def _by_name(answer: Any) -> Any:
    """The suspect, called by name."""

    def call(x: Any, num_groups: int, gamma: Any, beta: Any, **rest: Any) -> Any:
        return answer(x, num_groups, gamma, beta, **rest)

    return call


HIDDEN = Hidden(
    Exercise(
        name="group_norm",
        summary="Group normalisation: each group of channels of each sample by itself.",
        parameters=(
            Parameter("x", "(N, C), (N, C, L) or (N, C, H, W) array, floats or integers"),
            Parameter("num_groups", "how many groups; divides C"),
            Parameter("gamma", "(C,) array of factors"),
            Parameter("beta", "(C,) array of offsets"),
            Parameter("eps", "added to the variance, under the root", "1e-05"),
        ),
        returns="array of x's shape, floats",
        conventions=(
            "A group holds C / num_groups neighbouring channels: 0, 1, ... belong to the first.",
            "Mean and variance belong to one group of one sample, over its channels and places.",
            "The variance is divided by the number of values, not by one less.",
            "A group of equal values, or of a single one, gives beta. N may be 0.",
            "Values may lie near 1e6 and differ by 1.",
            "x, gamma and beta come back unchanged.",
        ),
        closeness=Closeness(1e-7, 1e-8),
        example=(
            (
                "group_norm(np.array([[1., 3., 0., 40.]]), 2, np.ones(4), np.zeros(4), eps=0.0)",
                "array([[-1.,  1., -1.,  1.]])",
            ),
        ),
    ),
    group_norm,
    (
        Family(Category.BASIC, "two groups of channels", _maps, 3),
        Family(Category.BASIC, "more groups", _more_groups),
        Family(Category.SHAPE, "as many samples as channels, rows and columns", _as_many_of_each),
        Family(Category.SHAPE, "sequences", _sequences, 1),
        Family(Category.SHAPE, "rows without places", _rows),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "one group", _one_group, 1),
        Family(Category.EDGE, "a group for each channel", _a_group_for_each, 1),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.EDGE, "groups of a single value", _single_values, 1),
        Family(Category.EDGE, "a group of equal values", _equal_values, 1),
        Family(Category.EDGE, "variances as small as eps", _little_spread, 1),
        Family(Category.EDGE, "another eps", _other_eps, 1),
        Family(Category.STABILITY, "values far from 0", _far_from_zero),
        Family(Category.ALIASING, "the inputs stay as they were", _maps),
        Family(Category.LARGE, "many maps", _many_maps, 1),
    ),
    (
        Suspect("num_groups is taken as the channels of a group", _by_name(_channels_per_group)),
        Suspect("every num_groups-th channel forms a group", _by_name(_interleaved)),
        Suspect("each place has statistics of its own", _by_name(_per_place)),
        Suspect("mean and variance run over the batch, too", _by_name(_over_the_batch)),
        Suspect("all channels are one group", _by_name(_one_for_all)),
    ),
)
