"""Root mean square normalisation, of each token by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.normalization._features import narrow, scales

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def rms_norm(x: ArrayLike, gamma: ArrayLike, eps: float = 1e-6) -> Floats:
    r"""Array of x's shape (..., D), each vector along the last axis divided by its RMS.

    $y_i = \gamma_i x_i / \sqrt{\frac{1}{D} \sum_j x_j^2 + \epsilon}$, gamma (D,). No mean is
    subtracted and nothing is added. Zeros stay zeros; no tokens, no output.
    Source: Zhang and Sennrich 2019, arXiv:1910.07467; eps as in torch.nn.RMSNorm.

    >>> rms_norm([[1.0, 7.0], [0.0, 0.0]], [1.0, 2.0]).round(4).tolist()
    [[0.2, 2.8], [0.0, 0.0]]
    """
    x, gamma = (np.asarray(a, dtype=np.float64) for a in (x, gamma))
    mean_square = np.square(x).mean(axis=-1, keepdims=True)
    return np.asarray(gamma * x / np.sqrt(mean_square + eps))


def _layer(rng: Generator, *shape: int, **how: Any) -> Arguments:
    """Tokens around a mean that is not 0, of different size."""
    own = rng.uniform(0.6, 1.5, (*shape[:-1], 1))
    x = own * (rng.normal(0, 1, shape) + rng.choice([-0.7, 0.7], own.shape))
    return {"x": x, "gamma": scales(rng, shape[-1]), **how}


def _rows(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, size + 2)


def _tokens(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, size + 2)


def _one_vector(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 2)


def _as_long_as_wide(rng: Generator, size: int) -> Arguments:
    """All axes equally long, so that a wrong one fits."""
    return _layer(rng, *[size + 1] * 3)


def _heads(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, 2, size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_layer(rng, 2, size, size + 2))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, size + 1, size + 2)
    return found | {"x": rng.integers(1, 6, found["x"].shape)}


def _no_tokens(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 0, size + 2)


def _one_feature(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, 1)


def _zeros(rng: Generator, size: int) -> Arguments:
    """A token of zeros, as padding is."""
    found = _layer(rng, size + 1, size + 2)
    found["x"][rng.integers(size + 1)] = 0.0
    return found


def _small(rng: Generator, size: int) -> Arguments:
    """Mean squares near eps, which then decides."""
    found = _layer(rng, size + 1, size + 2)
    return found | {"x": found["x"] * 1e-3}


def _equal_values(rng: Generator, size: int) -> Arguments:
    """With its mean taken away nothing would be left."""
    found = _layer(rng, size + 1, size + 2)
    return found | {"x": np.repeat(found["x"][:, :1], size + 2, axis=1)}


def _other_eps(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size + 1, size + 2, eps=float(rng.choice([1e-5, 1e-2])))


def _half_precision(rng: Generator, size: int) -> Arguments:
    """Squares beyond 65,504, the largest number of float16."""
    found = _layer(rng, size + 1, size + 2)
    x = rng.uniform(300, 900, found["x"].shape) * np.sign(found["x"])
    return {"x": x.astype(np.float16), "gamma": found["gamma"].astype(np.float16)}


def _far_apart(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, 2, size + 1, size + 2)
    return found | {"x": found["x"] * 10.0 ** rng.permutation(size + 1)[:, None]}


def _many_tokens(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 4, 16 * size, 64 * size)


def _layer_norm(x: Any, gamma: Any, eps: float = 1e-6) -> Floats:
    return rms_norm(x - x.mean(axis=-1, keepdims=True), gamma, eps)


def _length(x: Any, gamma: Any, eps: float = 1e-6) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(gamma * x / np.sqrt((wide**2).sum(axis=-1, keepdims=True) + eps))


def _root_outside(x: Any, gamma: Any, eps: float = 1e-6) -> Floats:
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(gamma * x / (np.sqrt((wide**2).mean(axis=-1, keepdims=True)) + eps))


def _whole_array(x: Any, gamma: Any, eps: float = 1e-6) -> Floats:
    if not x.size:
        raise ValueError("nothing to average")
    wide = np.asarray(x, dtype=np.float64)
    return np.asarray(gamma * x / np.sqrt((wide**2).mean() + eps))


def _without_gamma(x: Any, gamma: Any, eps: float = 1e-6) -> Floats:
    return rms_norm(x, np.ones(len(gamma)), eps)


HIDDEN = Hidden(
    Exercise(
        name="rms_norm",
        summary="Root mean square normalisation along the last axis.",
        parameters=(
            Parameter("x", "(..., D) array, floats or integers"),
            Parameter("gamma", "(D,) array of factors"),
            Parameter("eps", "added to the mean square, under the root", "1e-06"),
        ),
        returns="array of x's shape, floats",
        conventions=(
            "Each vector along the last axis has a root mean square of its own.",
            "No mean is subtracted, and there is no offset.",
            "A vector of zeros stays so. There may be no vectors at all.",
            "x may be float16 with values up to 900, whose squares float16 cannot hold.",
            "x and gamma come back unchanged.",
        ),
        example=(
            (
                "rms_norm(np.array([[1., 7.], [0., 0.]]), np.ones(2)).round(4)",
                "array([[0.2, 1.4],\n       [0. , 0. ]])",
            ),
        ),
    ),
    rms_norm,
    (
        Family(Category.BASIC, "a batch of rows", _rows, 3),
        Family(Category.BASIC, "tokens of sentences", _tokens),
        Family(Category.SHAPE, "a single vector", _one_vector, 1),
        Family(Category.SHAPE, "as many samples as tokens and features", _as_long_as_wide),
        Family(Category.SHAPE, "four axes", _heads, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "no tokens", _no_tokens, 1),
        Family(Category.EDGE, "one feature", _one_feature, 1),
        Family(Category.EDGE, "a vector of zeros", _zeros, 1),
        Family(Category.EDGE, "mean squares as small as eps", _small, 1),
        Family(Category.EDGE, "equal values", _equal_values, 1),
        Family(Category.EDGE, "another eps", _other_eps, 1),
        Family(Category.STABILITY, "float16", _half_precision),
        Family(Category.STABILITY, "tokens of very different size", _far_apart, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _tokens),
        Family(Category.LARGE, "many tokens", _many_tokens, 1),
    ),
    (
        Suspect("the mean is subtracted, as in layer normalisation", _layer_norm),
        Suspect("divided by the length: the sum of squares instead of their mean", _length),
        Suspect("eps is added to the root, not under it", _root_outside),
        Suspect("one root mean square for the whole array", _whole_array),
        Suspect("gamma is ignored", _without_gamma),
    ),
)
