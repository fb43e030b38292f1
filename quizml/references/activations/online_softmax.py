"""Softmax in one pass over blocks, as in flash attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.activations.softmax import softmax
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[Any]
    Floats = NDArray[np.floating]
    Answer = tuple[Floats, Floats, Floats]


def online_softmax(x: ArrayLike, block_size: int = 1) -> Answer:
    r"""Running maxima (N, B), running sums (N, B) and softmax (N, D) of the rows of x (N, D).

    The columns come in blocks of `block_size`, the last perhaps shorter: B = ceil(D / block_size).
    After each block m' = max(m, block) and l' = l e^{m - m'} + sum e^{block - m'}, begun at
    m = -inf and l = 0; then p = e^{x - m} / l. While only -inf has come, m is -inf and l is 0: the
    shift is taken as 0 there, as -inf - (-inf) would be NaN. Integers become float64.
    Source: Milakov, Gimelshein 2018, arXiv:1805.02867, algorithm 3.

    >>> m, l, p = online_softmax([[0.0, 1000.0, 1000.0]])
    >>> m.tolist(), l.tolist(), p.tolist()
    ([[0.0, 1000.0, 1000.0]], [[1.0, 1.0, 2.0]], [[0.0, 0.5, 0.5]])
    """
    x = np.asarray(x)
    wide = x.astype(np.float64)
    largest, total = np.full((len(x), 1), -np.inf), np.zeros((len(x), 1))
    maxima, sums = [], []
    for start in range(0, x.shape[1], block_size):
        block = wide[:, start : start + block_size]
        larger = np.maximum(largest, block.max(axis=1, keepdims=True))
        shift = np.where(np.isneginf(larger), 0.0, larger)
        total = total * np.exp(largest - shift) + np.exp(block - shift).sum(axis=1, keepdims=True)
        largest = larger
        maxima.append(largest)
        sums.append(total)
    shares = np.exp(wide - largest) / total
    dtype = x.dtype if x.dtype.kind == "f" else np.float64
    return np.hstack(maxima).astype(dtype), np.hstack(sums).astype(dtype), shares.astype(dtype)


def _one_by_one(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, size + 2))}


def _in_pairs(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, 2 * size)), "block_size": 2}


def _in_blocks(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, 4 * size)), "block_size": int(rng.choice([2, 4]))}


def _shorter_last(rng: Generator, size: int) -> Arguments:
    block = int(rng.integers(3, 6))
    columns = block * size + int(rng.integers(1, block))
    return {"x": rng.normal(0, 2, (2, columns)), "block_size": block}


def _one_row(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (1, 3 * size)), "block_size": 3}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, 2 * size)).astype(np.float32), "block_size": 2}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"x": rng.integers(-3, 4, (size, 2 * size)), "block_size": 2}


def _no_rows(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (0, size + 1)), "block_size": 2}


def _one_block(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 2, (size, size + 1)), "block_size": size + int(rng.integers(1, 9))}


def _falling(rng: Generator, size: int) -> Arguments:
    """The first block holds the maximum, which never moves."""
    return {"x": -np.sort(-rng.normal(0, 2, (size, 2 * size))), "block_size": 2}


def _rising(rng: Generator, size: int) -> Arguments:
    """Every block moves the maximum."""
    return {"x": np.sort(rng.normal(0, 2, (size, 2 * size))), "block_size": 2}


def _huge(rng: Generator, size: int) -> Arguments:
    signs = rng.choice([-1000.0, 1000.0], (size, 1)) * rng.integers(1, 5)
    return {"x": rng.normal(0, 2, (size, 2 * size)) + signs, "block_size": 2}


def _climbing(rng: Generator, size: int) -> Arguments:
    """What was summed before is nothing beside each new block."""
    steps = 1000.0 * np.repeat(np.arange(size + 1), 2)
    return {"x": rng.normal(0, 2, (2, 2 * size + 2)) + steps - 2000.0, "block_size": 2}


def _masked_first(rng: Generator, size: int) -> Arguments:
    """A whole block of -inf comes before the first number."""
    x = rng.normal(0, 2, (size + 1, 2 * size + 2))
    x[:: 1 + int(rng.integers(0, 2)), :2] = -np.inf
    return {"x": x, "block_size": int(rng.integers(1, 3))}


def _masked_last(rng: Generator, size: int) -> Arguments:
    x = rng.normal(0, 2, (size + 1, 2 * size + 2))
    x[:, 2 * size :] = -np.inf
    return {"x": x, "block_size": 2}


def _many(rng: Generator, size: int) -> Arguments:
    return {"x": rng.normal(0, 3, (16 * size, 100 * size)), "block_size": 4 * size}


def _by_blocks(
    x: Array, block_size: int, rescale: bool = True, keep: bool = True
) -> tuple[Floats, Floats]:
    """Maxima and sums with a step of the recurrence left out."""
    largest, total = np.full((len(x), 1), -np.inf), np.zeros((len(x), 1))
    maxima, sums = [], []
    for start in range(0, x.shape[1], block_size):
        block = x[:, start : start + block_size]
        own = block.max(axis=1, keepdims=True)
        larger = np.maximum(largest, own) if keep else own
        factor = np.exp(largest - larger) if rescale else 1.0
        total = total * factor + np.exp(block - larger).sum(axis=1, keepdims=True)
        largest = larger
        maxima.append(largest)
        sums.append(total)
    return np.hstack(maxima), np.hstack(sums)


def _not_rescaled(x: Array, block_size: int = 1) -> Answer:
    maxima, sums = _by_blocks(x, block_size, rescale=False)
    return maxima, sums, np.exp(x - maxima[:, -1:]) / sums[:, -1:]


def _not_running(x: Array, block_size: int = 1) -> Answer:
    maxima, sums = _by_blocks(x, block_size, keep=False)
    return maxima, sums, np.exp(x - maxima[:, -1:]) / sums[:, -1:]


def _block_by_block(x: Array, block_size: int = 1) -> Answer:
    """Each block's own maximum, sum and softmax."""
    starts = range(0, x.shape[1], block_size)
    blocks = [np.asarray(x[:, i : i + block_size], dtype=np.float64) for i in starts]
    maxima = [block.max(axis=1, keepdims=True) for block in blocks]
    sums = [np.exp(b - m).sum(axis=1, keepdims=True) for b, m in zip(blocks, maxima, strict=True)]
    return np.hstack(maxima), np.hstack(sums), np.hstack([softmax(block) for block in blocks])


def _one_at_a_time(x: Array, block_size: int = 1) -> Answer:  # noqa: ARG001
    return online_softmax(x)


def _no_number_yet(x: Array, block_size: int = 1) -> Answer:
    maxima, sums = _by_blocks(x, block_size)
    return maxima, sums, np.exp(x - maxima[:, -1:]) / sums[:, -1:]


HIDDEN = Hidden(
    Exercise(
        name="online_softmax",
        summary="Softmax of rows that arrive in blocks, by a running maximum and a running sum.",
        parameters=(
            Parameter("x", "(N, D) array of scores, floats or integers, D of at least 1"),
            Parameter("block_size", "how many columns arrive at once", "1"),
        ),
        returns="m, l, p: the running maxima, the running sums, and the softmax of each row",
        parts=(Part("m"), Part("l"), Part("p")),
        conventions=(
            "m and l are (N, B), p is (N, D), with B = ceil(D / block_size).",
            "The last block may be shorter; block_size may be larger than D.",
            "m[:, b] is the row's maximum over blocks 0 to b.",
            "l[:, b] is the sum of exp(x - m[:, b]) over blocks 0 to b.",
            "x may hold -inf (masked), even as a whole block, but not as a whole row.",
            "While a row has shown nothing but -inf, its m is -inf and its l is 0.",
            "Scores may be as large as 5,000 or as small as -5,000. There may be no rows.",
            "x comes back unchanged. O(ND) time: each block is looked at once, and again for p.",
        ),
        example=(
            (
                "online_softmax(np.array([[0.0, 1000.0, 1000.0]]))",
                "(array([[   0., 1000., 1000.]]), array([[1., 1., 2.]]), array([[0. , 0.5, 0.5]]))",
            ),
        ),
    ),
    online_softmax,
    (
        Family(Category.BASIC, "one column at a time", _one_by_one),
        Family(Category.BASIC, "two columns at a time", _in_pairs),
        Family(Category.BASIC, "the maximum rises with each block", _rising),
        Family(Category.SHAPE, "blocks that fit the row", _in_blocks, 3),
        Family(Category.SHAPE, "a shorter last block", _shorter_last, 3),
        Family(Category.SHAPE, "one row", _one_row, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "no rows", _no_rows, 1),
        Family(Category.EDGE, "one block for the whole row", _one_block),
        Family(Category.EDGE, "the maximum comes first", _falling, 1),
        Family(Category.STABILITY, "scores in the thousands", _huge),
        Family(Category.STABILITY, "each block a thousand higher", _climbing),
        Family(Category.STABILITY, "a block of -inf at the end", _masked_last, 1),
        Family(Category.STABILITY, "a block of -inf at the start", _masked_first, 3),
        Family(Category.ALIASING, "the input stays as it was", _in_pairs),
        Family(Category.LARGE, "many rows of many scores", _many, 1),
    ),
    (
        Suspect("-inf - (-inf) is NaN while only -inf has come", _no_number_yet),
        Suspect("the old sum is not rescaled by exp(m_old - m_new)", _not_rescaled),
        Suspect("m is the newest block's maximum, not the running one", _not_running),
        Suspect("each block is treated by itself", _block_by_block),
        Suspect("the argument `block_size` is ignored", _one_at_a_time),
    ),
)
