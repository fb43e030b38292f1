"""Multi-head self-attention."""

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


def multi_head_attention(
    x: ArrayLike,
    w_q: ArrayLike,
    w_k: ArrayLike,
    w_v: ArrayLike,
    w_o: ArrayLike,
    num_heads: int,
    mask: ArrayLike | None = None,
) -> Floats:
    r"""Tokens (B, n, D) after self-attention in several heads: $Concat(head_1, ..., head_h) W_o$.

    x (B, n, D), the matrices (D, D), applied from the right: x @ w_q. Head i has the columns
    i D/h to (i + 1) D/h of queries, keys and values, and attends by itself with scores divided by
    sqrt(D/h). mask, if given, is boolean, (n, n) or (B, n, n), for all heads: True where a token
    may look. O(n^2 D + n D^2) time.
    Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.2.2.

    >>> eye = np.eye(2)
    >>> multi_head_attention([[[0.0, 2.0], [0.0, 4.0]]], 0 * eye, eye, eye, eye, 2).tolist()
    [[[0.0, 3.0], [0.0, 3.0]]]
    """
    x = np.asarray(x, dtype=np.float64)
    batch, n, width = x.shape

    def split(w: ArrayLike) -> Floats:
        mapped = (x @ np.asarray(w)).reshape(batch, n, num_heads, width // num_heads)
        return np.asarray(mapped.transpose(0, 2, 1, 3))

    if mask is not None:
        mask = np.asarray(mask)[..., None, :, :]
    heads = scaled_dot_product_attention(split(w_q), split(w_k), split(w_v), mask)
    return np.asarray(heads.transpose(0, 2, 1, 3).reshape(batch, n, width) @ np.asarray(w_o))


def _layer(rng: Generator, batch: int, n: int, heads: int, each: int) -> Arguments:
    width = heads * each
    found: Arguments = {"x": rng.normal(0, 1.5, (batch, n, width))}
    found |= {name: weights(rng, width, width) for name in ("w_q", "w_k", "w_v", "w_o")}
    return found | {"num_heads": heads}


def _two_heads(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size + 1, 2, size + 1)


def _three_heads(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 1, size + 1, 3, 2)


def _causal(rng: Generator, size: int) -> Arguments:
    mask = np.tril(np.ones((size + 1, size + 1), dtype=bool))
    return _two_heads(rng, size) | {"mask": mask}


def _all_equal(rng: Generator, size: int) -> Arguments:
    """As many samples as tokens, heads and features of a head, so that a wrong axis fits."""
    n = max(size - 1, 2)
    return _layer(rng, n, n, n, n)


def _mask_by_sample(rng: Generator, size: int) -> Arguments:
    """As many samples as heads: a mask without an axis for the heads fits, but wrongly."""
    return _two_heads(rng, size) | {"mask": some_mask(rng, 2, size + 1, size + 1)}


def _mask_of_a_batch(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 3, size, 2, 2) | {"mask": some_mask(rng, 3, size, size)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_causal(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _two_heads(rng, size)
    return found | whole(rng, {"x": found["x"]})


def _one_head(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, size, 1, size + 1)


def _one_feature_each(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 1, size + 1, size + 1, 1)


def _one_token(rng: Generator, size: int) -> Arguments:
    return _layer(rng, size, 1, 2, 2)


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 0, size, 2, 2)


def _large_scores(rng: Generator, size: int) -> Arguments:
    found = _causal(rng, size)
    return found | {"w_q": 40 * found["w_q"], "w_k": 40 * found["w_k"]}


def _many(rng: Generator, size: int) -> Arguments:
    return _layer(rng, 2, 16 * size, 4, 4 * size)


def _core(x: Any, w_q: Any, w_k: Any, w_v: Any, num_heads: int, mask: Any, scale: float) -> Floats:
    """Heads (B, h, n, D/h) of scores multiplied by `scale` on top of what is usual."""
    batch, n, width = x.shape
    shape = (batch, n, num_heads, width // num_heads)
    q, k, v = ((x @ w).reshape(shape).transpose(0, 2, 1, 3) for w in (w_q, w_k, w_v))
    allowed = None if mask is None else mask[..., None, :, :]
    return scaled_dot_product_attention(q * scale, k, v, allowed)


def _by_name(function: Any) -> Any:
    def answer(**arguments: Any) -> Floats:
        found = {"mask": None} | arguments
        return np.asarray(function(**found))

    return answer


def _model_width(w_o: Any, **rest: Any) -> Floats:
    heads = _core(**rest, scale=1 / np.sqrt(rest["num_heads"]))
    return np.asarray(heads.transpose(0, 2, 1, 3).reshape(rest["x"].shape) @ w_o)


def _merged_without_moving(w_o: Any, **rest: Any) -> Floats:
    return np.asarray(_core(**rest, scale=1.0).reshape(rest["x"].shape) @ w_o)


def _no_last_matrix(w_o: Any, **rest: Any) -> Floats:  # noqa: ARG001
    return _core(**rest, scale=1.0).transpose(0, 2, 1, 3).reshape(rest["x"].shape)


def _transposed(**rest: Any) -> Floats:
    turned = {name: w.T if name.startswith("w_") else w for name, w in rest.items()}
    return multi_head_attention(**turned)


def _single(**rest: Any) -> Floats:
    return multi_head_attention(**rest | {"num_heads": 1})


HIDDEN = Hidden(
    Exercise(
        name="multi_head_attention",
        summary="Multi-head self-attention over a batch of sequences.",
        parameters=(
            Parameter("x", "(B, n, D) array, tokens"),
            Parameter("w_q", "(D, D) array: the queries are x @ w_q"),
            Parameter("w_k", "(D, D) array: the keys are x @ w_k"),
            Parameter("w_v", "(D, D) array: the values are x @ w_v"),
            Parameter("w_o", "(D, D) array: the joined heads are multiplied by it from the right"),
            Parameter("num_heads", "the number h of heads; D is a multiple of it"),
            Parameter("mask", "boolean (n, n) or (B, n, n) array, or None", "None"),
        ),
        returns="(B, n, D) array, floats",
        conventions=(
            "Head i takes columns i * D/h to (i + 1) * D/h - 1 of queries, keys and values.",
            "Scores are divided by sqrt(D/h), the root of the width of one head.",
            "mask is True where token i (row) may look at token j (column), in all heads alike.",
            "Each token may look at one token at least.",
            "The outputs of the heads stand side by side in their order, then comes w_o.",
            "There are no biases and no dropout. B may be 0. Scores may be in the thousands.",
            "All arrays come back unchanged.",
        ),
        example=(
            (
                (
                    "multi_head_attention(np.array([[[2.], [4.]]]), "
                    "*np.reshape([0, 0, 1, 9], (4, 1, 1)), 1)"
                ),
                "array([[[27.],\n        [27.]]])",
            ),
        ),
    ),
    multi_head_attention,
    (
        Family(Category.BASIC, "two heads", _two_heads),
        Family(Category.BASIC, "three heads, one sample", _three_heads),
        Family(Category.BASIC, "a causal mask", _causal),
        Family(Category.SHAPE, "as many samples as tokens and heads", _all_equal),
        Family(Category.SHAPE, "a mask for each sample", _mask_of_a_batch),
        Family(Category.SHAPE, "a mask for each sample, as many as heads", _mask_by_sample),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer tokens", _integers, 1),
        Family(Category.EDGE, "one head", _one_head),
        Family(Category.EDGE, "heads of one feature", _one_feature_each, 1),
        Family(Category.EDGE, "one token", _one_token, 1),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.STABILITY, "large scores", _large_scores),
        Family(Category.ALIASING, "the inputs stay as they were", _causal),
        Family(Category.LARGE, "longer sequences", _many, 1),
    ),
    (
        Suspect("the scores are divided by sqrt(D), not sqrt(D/h)", _by_name(_model_width)),
        Suspect(
            "the heads are reshaped to (B, n, D) without moving their axis back first",
            _by_name(_merged_without_moving),
        ),
        Suspect("w_o is not applied", _by_name(_no_last_matrix)),
        Suspect("the matrices are transposed (x @ w.T)", _transposed),
        Suspect("there is only one head", _single),
    ),
)
