"""Pooling of a user's history by the Deep Interest Network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def din_attention_pool(
    target: ArrayLike,
    history: ArrayLike,
    lengths: ArrayLike,
    w1: ArrayLike,
    b1: ArrayLike,
    w2: ArrayLike,
    b2: float,
) -> Floats:
    r"""Each user's history as one vector, weighted by the candidate: $\sum_i a(e_i, e_t) e_i$.

    target is (N, d), history (N, L, d), of which the first lengths (N,) items are real. A weight is
    a small network of both embeddings: [e_i, e_t, e_i - e_t, e_i * e_t], 4 d numbers, times w1 (4
    d, h) plus b1 (h,), then relu, then times w2 (h,) plus b2. There is no softmax: the weights need
    not sum to 1, so a history with much of interest gives a longer vector. An empty history gives
    zeros.
    Source: Zhou et al. 2017, arXiv:1706.06978, equation 3; the difference and the product among the
    inputs are a usual choice. The paper's own unit has PReLU or Dice where relu stands here.

    >>> w1 = [[0.0], [0.0], [0.0], [1.0]]  # of the product alone
    >>> history = [[[1.0], [3.0], [9.0]]]
    >>> din_attention_pool([[2.0]], history, [2], w1, [0.0], [1.0], 0.5).tolist()  # 2.5, 6.5
    [[22.0]]
    """
    items = np.asarray(history, dtype=np.float64)
    wanted = np.broadcast_to(np.asarray(target, dtype=np.float64)[:, None], items.shape)
    inputs = np.concatenate([items, wanted, items - wanted, items * wanted], axis=-1)
    hidden = np.maximum(inputs @ np.asarray(w1, np.float64) + np.asarray(b1, np.float64), 0.0)
    weights = hidden @ np.asarray(w2, np.float64) + b2
    real = np.arange(items.shape[1]) < np.asarray(lengths)[:, None]
    return np.asarray(np.einsum("nl,nld->nd", np.where(real, weights, 0.0), items))


def _drawn(rng: Generator, n: int, length: int, d: int, h: int) -> Arguments:
    return {
        "target": rng.normal(0, 1, (n, d)),
        "history": rng.normal(0, 1, (n, length, d)),
        "lengths": rng.integers(1, length + 1, n),
        "w1": rng.normal(0, 0.7, (4 * d, h)),
        "b1": rng.normal(0, 0.5, h),
        "w2": rng.normal(0, 1, h),
        "b2": float(rng.normal()),
    }


def _full(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size, size + 2, 2, 4) | {"lengths": np.full(size, size + 2)}


def _padded(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, size + 3, 3, 4)


def _square(rng: Generator, size: int) -> Arguments:
    """All counts alike: axes that are mixed up go unnoticed by shape."""
    return _drawn(rng, size + 1, size + 1, size + 1, size + 1)


def _one_user(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 1, size + 2, 3, 2)


def _one_item(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, 1, 3, 4)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _padded(rng, size)
    names = ("target", "history", "w1", "b1", "w2")
    return drawn | {name: drawn[name].astype(np.float32) for name in names}


def _integers(rng: Generator, size: int) -> Arguments:
    drawn = _padded(rng, size)
    return drawn | {n: rng.integers(-2, 3, drawn[n].shape) for n in ("target", "history")}


def _empty_history(rng: Generator, size: int) -> Arguments:
    drawn = _padded(rng, size)
    drawn["lengths"][int(rng.integers(size + 2))] = 0
    return drawn


def _one_dimension(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, 4, 1, 3)


def _no_users(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 0, size, 2, 2)


def _old_padding(rng: Generator, size: int) -> Arguments:
    """What stands behind the end has no meaning, and is huge."""
    drawn = _padded(rng, size)
    drawn["lengths"] = rng.integers(1, size + 3, size + 2)
    behind = np.arange(size + 3) >= drawn["lengths"][:, None]
    drawn["history"][behind] = 1e30
    return drawn


def _large(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 16 * size, 20, 8, 16)


def _parts(given: Any) -> tuple[Any, Any, Any]:
    """Weights of all items; which are real; and the items."""
    items, h = given["history"] * 1.0, given["target"][:, None] * 1.0
    wide = np.broadcast_to(h, items.shape)
    inputs = np.concatenate([items, wide, items - wide, items * wide], axis=-1)
    weights = np.maximum(inputs @ given["w1"] + given["b1"], 0) @ given["w2"] + given["b2"]
    return weights, np.arange(items.shape[1]) < given["lengths"][:, None], items


def _softmax(**given: Any) -> Floats:
    weights, real, items = _parts(given)
    shares = np.exp(weights - weights.max(axis=1, keepdims=True)) * real
    return np.asarray(np.einsum("nl,nld->nd", shares / shares.sum(axis=1, keepdims=True), items))


def _unmasked(**given: Any) -> Floats:
    weights, _, items = _parts(given)
    return np.asarray(np.einsum("nl,nld->nd", weights, items))


def _averaged(**given: Any) -> Floats:
    return np.asarray(din_attention_pool(**given) / given["lengths"][:, None])


def _sum_pooling(**given: Any) -> Floats:
    return np.asarray((_parts(given)[1][..., None] * given["history"]).sum(axis=1) * 1.0)


HIDDEN = Hidden(
    Exercise(
        name="din_attention_pool",
        summary="Pool users' histories as DIN does: each item weighted by the candidate.",
        parameters=(
            Parameter("target", "array (N, d): the embedding of each user's candidate item"),
            Parameter("history", "array (N, L, d): the embeddings of the items of the past"),
            Parameter("lengths", "array (N,) of integers: how many items are real, from the first"),
            Parameter("w1", "array (4 d, h): the hidden layer of the activation unit"),
            Parameter("b1", "array (h,): its biases"),
            Parameter("w2", "array (h,): the output of the activation unit"),
            Parameter("b2", "a float: its bias"),
        ),
        returns="array (N, d) of floats: the weighted sum of each user's items",
        conventions=(
            "The unit's input is [item, target, item - target, item * target], in this order.",
            "weight = relu(input @ w1 + b1) @ w2 + b2: one number for each item.",
            "No softmax and no division: the weights are used as they are.",
            "Items behind a user's length are padding and count for nothing, however large.",
            "A user without items (length 0) gets zeros. N may be 0.",
            "The inputs come back unchanged.",
        ),
        example=(
            (
                "din_attention_pool([[2]], [[[1], [3]]], [2], [[0], [0], [0], [1]], [0], [1], 0.5)",
                "array([[22.]])",
            ),
        ),
    ),
    din_attention_pool,
    (
        Family(Category.BASIC, "full histories", _full, 3),
        Family(Category.BASIC, "histories of different length", _padded, 3),
        Family(Category.SHAPE, "all counts alike", _square),
        Family(Category.SHAPE, "one user", _one_user),
        Family(Category.SHAPE, "one item", _one_item, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "a user without items", _empty_history),
        Family(Category.EDGE, "one dimension", _one_dimension, 1),
        Family(Category.EDGE, "no users", _no_users, 1),
        Family(Category.STABILITY, "huge numbers as padding", _old_padding),
        Family(Category.ALIASING, "the inputs stay as they were", _padded),
        Family(Category.LARGE, "dozens of users", _large, 1),
    ),
    (
        Suspect("the weights go through a softmax", _softmax),
        Suspect("the padding is not masked", _unmasked),
        Suspect("the sum is divided by the length", _averaged),
        Suspect("a plain sum: the weights are missing", _sum_pooling),
    ),
)
