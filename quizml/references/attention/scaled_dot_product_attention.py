"""Scaled dot-product attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.attention._draw import narrow, some_mask, whole
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def scaled_dot_product_attention(
    q: ArrayLike, k: ArrayLike, v: ArrayLike, mask: ArrayLike | None = None
) -> Floats:
    r"""Weighted means of values (..., n, e), one for each query: $softmax(q k^T / \sqrt{d}) v$.

    q (..., n, d), k (..., m, d), v (..., m, e). The softmax runs over the m keys. mask, if given,
    is boolean and broadcasts to (..., n, m): keys with False have a score of -inf, so weight 0. A
    query that may look at no key gets zeros.
    Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.2.1.

    >>> scaled_dot_product_attention([[9.0]], [[1.0], [1.0]], [[2.0], [4.0]]).tolist()
    [[3.0]]
    >>> scaled_dot_product_attention([[9.0]], [[1.0], [1.0]], [[2.0], [4.0]], [[False, True]])
    array([[4.]])
    """
    q, k, v = (np.asarray(a, dtype=np.float64) for a in (q, k, v))
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    top = scores.max(axis=-1, keepdims=True)
    shares = np.exp(scores - np.where(np.isfinite(top), top, 0.0))
    total = shares.sum(axis=-1, keepdims=True)
    return np.asarray(shares / np.where(total > 0, total, 1.0) @ v)


def _draw(rng: Generator, lead: tuple[int, ...], sizes: tuple[int, int, int, int]) -> Arguments:
    """Sizes are queries, keys, width of both, width of the values."""
    n, m, d, e = sizes
    shapes = {"q": (*lead, n, d), "k": (*lead, m, d), "v": (*lead, m, e)}
    return {name: rng.normal(0, 1.3, shape) for name, shape in shapes.items()}


def _plain(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (), (size + 1, size + 1, size + 2, size + 2))


def _masked(rng: Generator, size: int) -> Arguments:
    return _plain(rng, size) | {"mask": some_mask(rng, size + 1, size + 1)}


def _lengths(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (), (size, size + 2, size + 1, size + 3))


def _square(rng: Generator, size: int) -> Arguments:
    """All sizes equal, so that a wrong axis fits."""
    n = size + 1
    return _draw(rng, (n,), (n, n, n, n))


def _heads(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (2, size), (size, size + 1, 3, 2))


def _shared_mask(rng: Generator, size: int) -> Arguments:
    return _heads(rng, size) | {"mask": some_mask(rng, size, size + 1)}


def _padding(rng: Generator, size: int) -> Arguments:
    return _heads(rng, size) | {"mask": some_mask(rng, 2, 1, 1, size + 1)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_shared_mask(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    return whole(rng, _lengths(rng, size))


def _one_key(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (), (size, 1, size + 1, 2))


def _no_queries(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (), (0, size, 2, 3))


def _one_feature(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (), (size, size + 1, 1, 1))


def _blind(rng: Generator, size: int) -> Arguments:
    found = _masked(rng, size)
    found["mask"][rng.integers(size + 1)] = False
    return found


def _large_scores(rng: Generator, size: int) -> Arguments:
    found = _masked(rng, size)
    return found | {"q": found["q"] * 100, "k": found["k"] * 100}


def _all_very_negative(rng: Generator, size: int) -> Arguments:
    """Every score far below 0, the allowed ones lowest of all."""
    found = _masked(rng, size)
    q, k = np.abs(found["q"]) + 30, -np.abs(found["k"]) - 30
    k[-1] *= 0.2
    mask = found["mask"].copy()
    mask[:, -1], mask[:, 0] = False, True
    return found | {"q": q, "k": k, "mask": mask}


def _long(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (2, 2), (24 * size, 24 * size, 4 * size, 4 * size))


def _softmax(scores: NDArray[Any], axis: int = -1) -> Floats:
    shares = np.exp(scores - scores.max(axis=axis, keepdims=True, initial=-1e300))
    return np.asarray(shares / np.maximum(shares.sum(axis=axis, keepdims=True), 1e-300))


def _scores(q: Any, k: Any, mask: Any = None) -> Floats:
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    return scores if mask is None else np.where(mask, scores, -np.inf)


def _unscaled(q: Any, k: Any, v: Any, mask: Any = None) -> Floats:
    return scaled_dot_product_attention(q * np.sqrt(q.shape[-1]), k, v, mask)


def _over_queries(q: Any, k: Any, v: Any, mask: Any = None) -> Floats:
    return np.asarray(_softmax(_scores(q, k, mask), axis=-2) @ v)


def _masked_afterwards(q: Any, k: Any, v: Any, mask: Any = None) -> Floats:
    shares = _softmax(_scores(q, k))
    return np.asarray((shares if mask is None else shares * mask) @ v)


def _mask_turned(q: Any, k: Any, v: Any, mask: Any = None) -> Floats:
    return scaled_dot_product_attention(q, k, v, None if mask is None else ~mask)


def _divided_by_width(q: Any, k: Any, v: Any, mask: Any = None) -> Floats:
    return scaled_dot_product_attention(q / np.sqrt(q.shape[-1]), k, v, mask)


HIDDEN = Hidden(
    Exercise(
        name="scaled_dot_product_attention",
        summary="Attention: for each query the mean of the values, weighted by its keys.",
        parameters=(
            Parameter("q", "(..., n, d) array, queries"),
            Parameter("k", "(..., m, d) array, keys; same leading axes as q"),
            Parameter("v", "(..., m, e) array, values; same leading axes as q"),
            Parameter("mask", "boolean array that broadcasts to (..., n, m), or None", "None"),
        ),
        returns="(..., n, e) array, floats",
        conventions=(
            "Scores are divided by the square root of d; the softmax runs over the m keys.",
            "mask is True where a query may look at a key; a hidden key has weight exactly 0.",
            "A query that may look at no key at all gets zeros, not NaN.",
            "m, d and e are at least 1; n may be 0. Leading axes may be missing.",
            "Scores may be as large as 100,000 in either direction.",
            "q, k, v and mask come back unchanged; they may hold integers.",
        ),
        example=(
            (
                "scaled_dot_product_attention(np.ones((1, 4)), np.ones((2, 4)), np.eye(2))",
                "array([[0.5, 0.5]])",
            ),
        ),
    ),
    scaled_dot_product_attention,
    (
        Family(Category.BASIC, "a few queries and keys", _plain),
        Family(Category.BASIC, "with a mask", _masked, 3),
        Family(Category.SHAPE, "more keys than queries, wider values", _lengths),
        Family(Category.SHAPE, "all sizes equal", _square),
        Family(Category.SHAPE, "a batch of heads", _heads),
        Family(Category.SHAPE, "one mask for all heads", _shared_mask),
        Family(Category.SHAPE, "a mask of keys for each sample", _padding),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one key", _one_key, 1),
        Family(Category.EDGE, "no queries", _no_queries, 1),
        Family(Category.EDGE, "one feature", _one_feature, 1),
        Family(Category.EDGE, "a query that sees no key", _blind),
        Family(Category.STABILITY, "large scores", _large_scores),
        Family(Category.STABILITY, "the largest scores are hidden", _all_very_negative),
        Family(Category.ALIASING, "the inputs stay as they were", _masked),
        Family(Category.LARGE, "long sequences", _long, 1),
    ),
    (
        Suspect("the scores are not divided by sqrt(d)", _unscaled),
        Suspect("the softmax runs over the queries instead of the keys", _over_queries),
        Suspect("the mask is applied after the softmax", _masked_afterwards),
        Suspect("the mask is read the other way round (True hides)", _mask_turned),
        Suspect("the scores are divided by d instead of sqrt(d)", _divided_by_width),
    ),
)
