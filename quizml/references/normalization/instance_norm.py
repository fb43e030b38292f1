"""Instance normalisation: each channel of each sample by its own mean and variance."""

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


def instance_norm(
    x: ArrayLike,
    gamma: ArrayLike | None = None,
    beta: ArrayLike | None = None,
    eps: float = 1e-5,
) -> Floats:
    r"""Array of x's shape (N, C, ...), every map normalised by itself.

    $y = \gamma_c (x - \mu_{nc}) / \sqrt{\sigma_{nc}^2 + \epsilon} + \beta_c$ with the mean and the
    variance (divided by the number of values) over the axes after the first two; gamma and
    beta are (C,), and 1 and 0 where they are None. A map of one value throughout, or of a single
    place, gives beta. No samples, no output.
    Source: Ulyanov, Vedaldi, Lempitsky 2016, arXiv:1607.08022.

    >>> instance_norm([[[1.0, 3.0], [0.0, 40.0]]], beta=[0.0, 5.0], eps=0.0).tolist()
    [[[-1.0, 1.0], [4.0, 6.0]]]
    """
    x = np.asarray(x, dtype=np.float64)
    places = tuple(range(2, x.ndim))
    centred = x - x.mean(axis=places, keepdims=True)
    variance = np.square(centred).mean(axis=places, keepdims=True)
    y = centred / np.sqrt(variance + eps)
    along_channels = (-1, *[1] * len(places))
    if gamma is not None:
        y = y * np.asarray(gamma, dtype=np.float64).reshape(along_channels)
    if beta is not None:
        y = y + np.asarray(beta, dtype=np.float64).reshape(along_channels)
    return np.asarray(y)


def _plain(rng: Generator, *shape: int, **how: Any) -> Arguments:
    """Channels and samples both differ in place and spread."""
    return {
        "x": features(rng, *shape) * rng.uniform(1, 3, (shape[0], *[1] * (len(shape) - 1))),
        **how,
    }


def _layer(rng: Generator, *shape: int, **how: Any) -> Arguments:
    affine = {"gamma": scales(rng, shape[1]), "beta": rng.normal(size=shape[1])}
    return _plain(rng, *shape) | affine | how


def _maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, size + 1, 3)


def _without_affine(rng: Generator, size: int) -> Arguments:
    return _plain(rng, 2, size, 3, size + 1)


def _as_many_of_each(rng: Generator, size: int) -> Arguments:
    """All axes equally long, so that a wrong one fits."""
    return _layer(rng, *[size + 1] * 4)


def _sequences(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, size + 2)


def _volumes(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, 2, size, 2, 3)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_layer(rng, 2, size, size + 2, 2))


def _integers(rng: Generator, size: int) -> Arguments:
    """The last value differs from the first, so that no map is constant."""
    x = rng.integers(-5, 6, (2, size, size + 2))
    x[..., -1] = x[..., 0] + 3
    return _layer(rng, *x.shape) | {"x": x}


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 0, size, 2, 3)


def _one_place(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size, size + 1, 1, 1)


def _equal_values(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 2, size + 1, 2, 2)
    found["x"][0, rng.integers(size + 1)] = rng.integers(-8, 9) / 4
    return found


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 1, size + 1, size + 1, 2)


def _only_beta(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 2, size, size + 2)
    return {name: found[name] for name in ("x", "beta")}


def _little_spread(rng: Generator, size: int) -> Arguments:
    """Variances near eps, which then decides."""
    found = _layer(rng, 2, size, size, 3)
    return found | {"x": found["x"] * 2e-3}


def _other_eps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, size, 3, eps=float(rng.choice([1e-3, 0.1])))


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 2, size, size, 4)
    return found | {"x": found["x"] + 2e5 * rng.integers(1, 5, (2, size, 1, 1))}


def _many_maps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 4, 8 * size, 8 * size, 8 * size)


def _over(axes: tuple[int, ...], x: Any, gamma: Any, beta: Any, eps: float) -> Floats:
    if not len(x):
        raise ValueError("no samples to average")
    mean, var = x.mean(axis=axes, keepdims=True), x.var(axis=axes, keepdims=True)
    own = (-1, *[1] * (x.ndim - 2))
    factor = 1.0 if gamma is None else gamma.reshape(own)
    offset = 0.0 if beta is None else beta.reshape(own)
    return np.asarray(factor * (x - mean) / np.sqrt(var + eps) + offset)


def _batch(x: Any, gamma: Any = None, beta: Any = None, eps: float = 1e-5) -> Floats:
    return _over((0, *range(2, x.ndim)), x, gamma, beta, eps)


def _layerwise(x: Any, gamma: Any = None, beta: Any = None, eps: float = 1e-5) -> Floats:
    return _over(tuple(range(1, x.ndim)), x, gamma, beta, eps)


def _last_axis(x: Any, gamma: Any = None, beta: Any = None, eps: float = 1e-5) -> Floats:
    return _over((-1,), x, gamma, beta, eps)


def _per_place(x: Any, gamma: Any = None, beta: Any = None, eps: float = 1e-5) -> Floats:
    return _over((0,), x, gamma, beta, eps)


def _affine_ignored(x: Any, eps: float = 1e-5, **_: Any) -> Floats:
    return instance_norm(x, eps=eps)


HIDDEN = Hidden(
    Exercise(
        name="instance_norm",
        summary="Instance normalisation: each map of each sample by itself.",
        parameters=(
            Parameter("x", "(N, C, L), (N, C, H, W) or (N, C, ...) array, floats or integers"),
            Parameter("gamma", "(C,) array of factors, or None for none", "None"),
            Parameter("beta", "(C,) array of offsets, or None for none", "None"),
            Parameter("eps", "added to the variance, under the root", "1e-05"),
        ),
        returns="array of x's shape, floats",
        conventions=(
            "Mean and variance belong to one channel of one sample, over all axes but two.",
            "The variance is divided by the number of values, not by one less.",
            "A map of equal values, or of a single place, gives beta. N may be 0.",
            "Values may lie near 1e6 and differ by 1.",
            "x, gamma and beta come back unchanged.",
        ),
        closeness=Closeness(1e-7, 1e-8),
        example=(
            (
                "instance_norm(np.array([[[1., 3.], [0., 40.]]]), eps=0.0)",
                "array([[[-1.,  1.],\n        [-1.,  1.]]])",
            ),
        ),
    ),
    instance_norm,
    (
        Family(Category.BASIC, "feature maps", _maps, 3),
        Family(Category.BASIC, "without gamma and beta", _without_affine),
        Family(Category.SHAPE, "as many samples as channels, rows and columns", _as_many_of_each),
        Family(Category.SHAPE, "sequences", _sequences),
        Family(Category.SHAPE, "volumes", _volumes, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.EDGE, "maps of one place", _one_place, 1),
        Family(Category.EDGE, "a map of equal values", _equal_values, 1),
        Family(Category.EDGE, "one sample", _one_sample, 1),
        Family(Category.EDGE, "beta without gamma", _only_beta, 1),
        Family(Category.EDGE, "variances as small as eps", _little_spread, 1),
        Family(Category.EDGE, "another eps", _other_eps, 1),
        Family(Category.STABILITY, "values far from 0", _far_from_zero),
        Family(Category.ALIASING, "the inputs stay as they were", _maps),
        Family(Category.LARGE, "many maps", _many_maps, 1),
    ),
    (
        Suspect("mean and variance run over the batch, too (batch normalisation)", _batch),
        Suspect("mean and variance run over the channels, too (layer normalisation)", _layerwise),
        Suspect("only the last axis is averaged", _last_axis),
        Suspect("each place has statistics of its own, over the batch", _per_place),
        Suspect("gamma and beta are ignored", _affine_ignored),
    ),
)
