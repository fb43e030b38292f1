"""Mixup: each sample of a batch blended with another, its label as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, Floats]


def mixup(x: ArrayLike, y: ArrayLike, alpha: float, rng: Generator) -> Two:
    r"""The blended samples and labels, of the shapes of x (N, ...) and y (N, K).

    $\tilde{x}_i = \lambda x_i + (1 - \lambda) x_{\pi(i)}$ and the same for y, with one
    $\lambda \sim \mathrm{Beta}(\alpha, \alpha)$ and one permutation for the whole batch, drawn in
    this order: `rng.beta(alpha, alpha)`, `rng.permutation(N)`. For alpha = 0 lambda is 1 and is
    not drawn: nothing is blended. Labels are one-hot, or shares already.
    Source: Zhang, Cisse, Dauphin, Lopez-Paz 2018, arXiv:1710.09412, figure 1.

    >>> x, y = mixup([[8.0], [0.0]], [[1.0, 0.0], [0.0, 1.0]], 1.0, np.random.default_rng(0))
    >>> x.round(4).tolist(), y.round(4).tolist()
    ([[5.6197], [2.3803]], [[0.7025, 0.2975], [0.2975, 0.7025]])
    """
    x, y = (np.asarray(a, dtype=np.float64) for a in (x, y))
    share = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    other = rng.permutation(len(x))
    return share * x + (1 - share) * x[other], share * y + (1 - share) * y[other]


def _one_hot(rng: Generator, count: int, classes: int) -> Floats:
    return np.asarray(np.eye(classes)[rng.integers(0, classes, count)])


def _blend(rng: Generator, x: NDArray[Any], y: NDArray[Any], alpha: float) -> Arguments:
    """A generator under which something is blended, neither half and half nor hardly at all."""
    for _ in range(200):
        seed = int(rng.integers(2**32))
        tried = np.random.default_rng(seed)
        share = tried.beta(alpha, alpha) if alpha > 0 else 0.3
        moved = np.any(tried.permutation(len(x)) != np.arange(len(x)))
        if 0.05 < share < 0.95 and abs(share - 0.5) > 0.05 and (moved or len(x) < 2):
            break
    return {"x": x, "y": y, "alpha": alpha, "rng": np.random.default_rng(seed)}


def _strength(rng: Generator) -> float:
    return float(rng.choice([0.2, 0.4, 1.0, 2.0]))


def _rows(rng: Generator, size: int) -> Arguments:
    count = size + 2
    x = rng.normal(0, 2, (count, size + 1))
    return _blend(rng, x, _one_hot(rng, count, 4), _strength(rng))


def _images(rng: Generator, size: int) -> Arguments:
    x = rng.uniform(0, 1, (size + 2, 3, 2, size))
    return _blend(rng, x, _one_hot(rng, size + 2, 3), _strength(rng))


def _numbers(rng: Generator, size: int) -> Arguments:
    """Samples of a single number."""
    return _blend(rng, rng.normal(size=size + 2), _one_hot(rng, size + 2, 2), _strength(rng))


def _as_many_of_each(rng: Generator, size: int) -> Arguments:
    """As many samples as features and classes."""
    side = size + 2
    return _blend(rng, rng.normal(size=(side, side)), _one_hot(rng, side, side), _strength(rng))


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _rows(rng, size)
    return found | {name: found[name].astype(np.float32) for name in ("x", "y")}


def _bytes(rng: Generator, size: int) -> Arguments:
    x = rng.integers(0, 256, (size + 2, 2, size + 1), np.uint8)
    return _blend(rng, x, _one_hot(rng, size + 2, 3), _strength(rng))


def _integer_labels(rng: Generator, size: int) -> Arguments:
    found = _rows(rng, size)
    return found | {"y": found["y"].astype(np.int64)}


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _blend(rng, rng.normal(size=(1, size + 1)), _one_hot(rng, 1, 3), _strength(rng))


def _not_at_all(rng: Generator, size: int) -> Arguments:
    return _blend(rng, rng.normal(size=(size + 2, 3)), _one_hot(rng, size + 2, 3), 0.0)


def _two_samples(rng: Generator, size: int) -> Arguments:
    return _blend(rng, rng.normal(size=(2, size + 1)), np.eye(2), _strength(rng))


def _soft_labels(rng: Generator, size: int) -> Arguments:
    found = _rows(rng, size)
    return found | {"y": rng.dirichlet(np.ones(4), size + 2)}


def _half_and_half(rng: Generator, size: int) -> Arguments:
    """So great an alpha that all pairs are blended nearly half and half."""
    found = _rows(rng, size)
    return found | {"alpha": 500.0}


def _many(rng: Generator, size: int) -> Arguments:
    x = rng.uniform(0, 1, (16 * size, 3, 8 * size, 8 * size))
    return _blend(rng, x, _one_hot(rng, 16 * size, 10), 0.4)


def _labels_kept(x: Any, y: Any, alpha: float, rng: Any) -> Two:
    return mixup(x, y, alpha, rng)[0], np.asarray(y, dtype=np.float64)


def _permutation_first(x: Any, y: Any, alpha: float, rng: Any) -> Two:
    other = rng.permutation(len(x))
    share = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    return share * x + (1 - share) * x[other], share * y + (1 - share) * y[other]


def _own_shares(x: Any, y: Any, alpha: float, rng: Any) -> Two:
    """A share for each sample."""
    share = rng.beta(alpha, alpha, len(x)) if alpha > 0 else np.ones(len(x))
    other = rng.permutation(len(x))
    a, b = (share.reshape(-1, *[1] * (v.ndim - 1)) for v in (x, y))
    return a * x + (1 - a) * x[other], b * y + (1 - b) * y[other]


def _other_way(x: Any, y: Any, alpha: float, rng: Any) -> Two:
    """The share goes to the partner."""
    share = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    other = rng.permutation(len(x))
    return (1 - share) * x + share * x[other], (1 - share) * y + share * y[other]


def _reversed(x: Any, y: Any, alpha: float, rng: Any) -> Two:
    """Blended with the batch in reverse, as timm does."""
    share = rng.beta(alpha, alpha) if alpha > 0 else 1.0
    return share * x + (1 - share) * x[::-1], share * y + (1 - share) * y[::-1]


HIDDEN = Hidden(
    Exercise(
        name="mixup",
        summary="Blend each sample of a batch, and its label, with another one.",
        parameters=(
            Parameter("x", "(N, ...) array of samples, floats or uint8"),
            Parameter("y", "(N, K) array of labels, one-hot or shares that sum to 1"),
            Parameter("alpha", "of the distribution Beta(alpha, alpha); at least 0"),
            Parameter("rng", "a numpy.random.Generator; all chance comes from it"),
        ),
        returns="blended samples of x's shape and blended labels of y's shape; floats",
        parts=(Part("x"), Part("y")),
        conventions=(
            "First lam = rng.beta(alpha, alpha), one number for the batch; alpha 0 means lam = 1.",
            "Then other = rng.permutation(N), once: sample i is blended with sample other[i].",
            "The weight of sample i itself is lam, in x and in y.",
            "N may be 1: the sample is then blended with itself.",
            "x and y come back unchanged.",
        ),
        example=(
            (
                "mixup(np.array([8., 0.]), np.eye(2), 1.0, np.random.default_rng(0))[0].round(4)",
                "array([5.6197, 2.3803])",
            ),
        ),
    ),
    mixup,
    (
        Family(Category.BASIC, "rows", _rows, 4),
        Family(Category.SHAPE, "images", _images, 3),
        Family(Category.SHAPE, "samples of one number", _numbers, 1),
        Family(Category.SHAPE, "as many samples as features and classes", _as_many_of_each),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "uint8", _bytes),
        Family(Category.DTYPE, "integer labels", _integer_labels, 1),
        Family(Category.EDGE, "one sample", _one_sample, 1),
        Family(Category.EDGE, "alpha is 0", _not_at_all, 1),
        Family(Category.EDGE, "two samples", _two_samples, 1),
        Family(Category.EDGE, "labels that are shares", _soft_labels),
        Family(Category.EDGE, "a great alpha", _half_and_half, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _rows),
        Family(Category.LARGE, "many images", _many, 1),
    ),
    (
        Suspect("the labels are not blended", _labels_kept),
        Suspect("the permutation is drawn before lambda", _permutation_first),
        Suspect("each sample has a lambda of its own", _own_shares),
        Suspect("lambda is the weight of the partner", _other_way),
        Suspect("blended with the batch in reverse, not with the permutation", _reversed),
    ),
)
