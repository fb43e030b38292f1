"""Cross-attention: one sequence asks, another one answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.attention._draw import narrow, some_mask, weights, whole
from quizml.references.attention.scaled_dot_product_attention import scaled_dot_product_attention
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def cross_attention(
    x: ArrayLike,
    context: ArrayLike,
    w_q: ArrayLike,
    w_k: ArrayLike,
    w_v: ArrayLike,
    w_o: ArrayLike,
    num_heads: int,
    context_mask: ArrayLike | None = None,
) -> Floats:
    r"""Tokens (B, n, D) that have looked at the tokens of another sequence, in several heads.

    x (B, n, D) makes the queries, x @ w_q; context (B, m, C) makes keys and values, context @ w_k
    and context @ w_v. w_q (D, E), w_k and w_v (C, E), w_o (E, D). Head i has columns i E/h to
    (i + 1) E/h, its scores are divided by sqrt(E/h). context_mask (B, m) is True for tokens of
    the context that may be looked at, one at least in each sample. O(n m E) time for the heads.
    Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.2.3 (encoder-decoder attention).

    >>> one = np.ones((1, 1))
    >>> cross_attention([[[0.0]]], [[[1.0], [3.0]]], one, one, one, 10 * one, 1).tolist()
    [[[20.0]]]
    """
    x, context = (np.asarray(a, dtype=np.float64) for a in (x, context))

    def split(tokens: Floats, w: ArrayLike) -> Floats:
        mapped = tokens @ np.asarray(w)
        batch, length, width = mapped.shape
        heads = mapped.reshape(batch, length, num_heads, width // num_heads)
        return np.asarray(heads.transpose(0, 2, 1, 3))

    mask = None if context_mask is None else np.asarray(context_mask)[:, None, None, :]
    heads = scaled_dot_product_attention(
        split(x, w_q), split(context, w_k), split(context, w_v), mask
    )
    w_o = np.asarray(w_o)
    return np.asarray(heads.transpose(0, 2, 1, 3).reshape(*x.shape[:2], len(w_o)) @ w_o)


def _layer(
    rng: Generator, lengths: tuple[int, int, int], widths: tuple[int, int, int], heads: int = 2
) -> Arguments:
    """lengths: samples, tokens that ask, tokens of the context; widths: of each, and of a head."""
    batch, n, m = lengths
    d, c, each = widths
    e = heads * each
    return {
        "x": rng.normal(0, 1.5, (batch, n, d)),
        "context": rng.normal(0, 1.5, (batch, m, c)),
        "w_q": weights(rng, d, e),
        "w_k": weights(rng, c, e),
        "w_v": weights(rng, c, e),
        "w_o": weights(rng, e, d),
        "num_heads": heads,
    }


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, size + 1, size + 2), (3, 4, 2))


def _padded(rng: Generator, size: int) -> Arguments:
    found = _layer(rng, (3, size, size + 2), (4, 3, 2))
    return found | {"context_mask": some_mask(rng, 3, size + 2)}


def _longer(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, size + 3, size), (2, 5, 2), 3)


def _all_equal(rng: Generator, size: int) -> Arguments:
    """All sizes equal, so that a wrong axis fits."""
    n = 2 * max(size // 2, 1)
    found = _layer(rng, (n, n, n), (n, n, n // 2))
    return found | {"context_mask": some_mask(rng, n, n)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_padded(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _padded(rng, size)
    return found | whole(rng, {"x": found["x"], "context": found["context"]})


def _one_token(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (size, 2, 1), (3, 2, 2))


def _one_query(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1, 1, size + 1), (3, 2, 2))


def _one_head(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, size, 3), (3, 2, 3), 1)


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (0, size, 2), (3, 2, 2))


def _no_queries(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (size, 0, 2), (3, 2, 2))


def _large_scores(rng: Generator, size: int) -> Arguments:
    found = _padded(rng, size)
    return found | {"w_q": 60 * found["w_q"], "w_k": 60 * found["w_k"]}


def _many(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, 12 * size, 16 * size), (8 * size, 6 * size, 2 * size), 4)


def _full_width(**given: Any) -> Floats:
    return cross_attention(**given | {"w_q": given["w_q"] / np.sqrt(given["num_heads"])})


def _unscaled(**given: Any) -> Floats:
    each = given["w_q"].shape[1] / given["num_heads"]
    return cross_attention(**given | {"w_q": given["w_q"] * np.sqrt(each)})


def _no_mask(**given: Any) -> Floats:
    return cross_attention(**given | {"context_mask": None})


def _mask_turned(**given: Any) -> Floats:
    mask = given.get("context_mask")
    return cross_attention(**given | {"context_mask": None if mask is None else ~mask})


def _single(**given: Any) -> Floats:
    return cross_attention(**given | {"num_heads": 1})


HIDDEN = Hidden(
    Exercise(
        name="cross_attention",
        summary="Multi-head attention of one sequence to the tokens of another.",
        parameters=(
            Parameter("x", "(B, n, D) array, the tokens that ask"),
            Parameter("context", "(B, m, C) array, the tokens that are looked at"),
            Parameter("w_q", "(D, E) array: the queries are x @ w_q"),
            Parameter("w_k", "(C, E) array: the keys are context @ w_k"),
            Parameter("w_v", "(C, E) array: the values are context @ w_v"),
            Parameter("w_o", "(E, D) array: the joined heads are multiplied by it from the right"),
            Parameter("num_heads", "the number h of heads; E is a multiple of it"),
            Parameter("context_mask", "boolean (B, m) array, or None", "None"),
        ),
        returns="(B, n, D) array, floats",
        conventions=(
            "Head i takes columns i * E/h to (i + 1) * E/h - 1 of queries, keys and values.",
            "Scores are divided by sqrt(E/h), the root of the width of one head.",
            "context_mask is True where a token of the context may be looked at.",
            "In each sample at least one may be; a hidden one has weight exactly 0.",
            "n and m, D, C and E may all differ. There are no biases and no dropout.",
            "B and n may be 0. Scores may be in the tens of thousands.",
            "All arrays come back unchanged.",
        ),
        example=(
            (
                (
                    "cross_attention(np.zeros((1, 1, 1)), np.array([[[1.], [3.]]]), "
                    "*np.ones((4, 1, 1)), 1)"
                ),
                "array([[[2.]]])",
            ),
        ),
    ),
    cross_attention,
    (
        Family(Category.BASIC, "one sample", _one_sample, 3),
        Family(Category.BASIC, "a padded context", _padded, 3),
        Family(Category.SHAPE, "more queries than context", _longer),
        Family(Category.SHAPE, "all sizes equal", _all_equal, 3),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer tokens", _integers, 1),
        Family(Category.EDGE, "a context of one token", _one_token, 1),
        Family(Category.EDGE, "one query", _one_query, 1),
        Family(Category.EDGE, "one head", _one_head, 1),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.EDGE, "no queries", _no_queries, 1),
        Family(Category.STABILITY, "large scores", _large_scores),
        Family(Category.ALIASING, "the inputs stay as they were", _padded),
        Family(Category.LARGE, "longer sequences", _many, 1),
    ),
    (
        Suspect("the scores are divided by sqrt(E), not sqrt(E/h)", _full_width),
        Suspect("the scores are not divided at all", _unscaled),
        Suspect("the argument `context_mask` is ignored", _no_mask),
        Suspect("the mask is read the other way round (True hides)", _mask_turned),
        Suspect("there is only one head", _single),
    ),
)
