"""The distribution from which word2vec draws its negatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def negative_sampling_distribution(counts: ArrayLike, power: float = 0.75) -> Floats:
    r"""The probability of each word to be drawn, (V,): $P(w) = f(w)^a / \sum_v f(v)^a$.

    counts (V,) says how often each word occurs, a is the power. A word that never occurs has
    probability 0, whatever the power; at least one occurs. Counts are first divided by the
    largest, so no power of them overflows. A power of 1 draws by frequency, 0 draws all words that
    occur alike, and a negative one prefers the rare.
    Source: Mikolov et al. 2013, arXiv:1310.4546, section 2.2.

    >>> negative_sampling_distribution([16, 1, 0], power=0.5).tolist()
    [0.8, 0.2, 0.0]
    """
    counts = np.asarray(counts, dtype=np.float64)
    shares = np.zeros(counts.shape)
    there = counts > 0
    logs = power * np.log(counts[there])
    shares[there] = np.exp(logs - logs.max())
    return np.asarray(shares / shares.sum())


def _zipf(rng: Generator, words: int) -> NDArray[np.int64]:
    """Counts that fall as in real text, in any order, and differ."""
    counts = np.rint(rng.uniform(500, 5000) / np.arange(1, words + 1)) + rng.integers(1, 9, words)
    return np.asarray(rng.permutation(counts).astype(np.int64))


def _few(rng: Generator, size: int) -> Arguments:
    return {"counts": _zipf(rng, size + 1)}


def _more(rng: Generator, size: int) -> Arguments:
    return {"counts": _zipf(rng, 5 * size)}


def _other_power(rng: Generator, size: int) -> Arguments:
    return {"counts": _zipf(rng, size + 2), "power": float(rng.choice([0.25, 0.5, 1.0, 2.0]))}


def _float32(rng: Generator, size: int) -> Arguments:
    return {"counts": _zipf(rng, size + 2).astype(np.float32)}


def _float64(rng: Generator, size: int) -> Arguments:
    return {"counts": _zipf(rng, size + 2) / 8.0}


def _int32(rng: Generator, size: int) -> Arguments:
    return {"counts": _zipf(rng, size + 2).astype(np.int32)}


def _one_word(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"counts": _zipf(rng, 1)}


def _equal(rng: Generator, size: int) -> Arguments:
    return {"counts": np.full(size + 1, rng.integers(2, 50))}


def _absent(rng: Generator, size: int) -> Arguments:
    counts = _zipf(rng, 2 * size + 1)
    counts[rng.choice(len(counts), size, replace=False)] = 0
    return {"counts": counts}


def _power_zero(rng: Generator, size: int) -> Arguments:
    return _absent(rng, size) | {"power": 0.0}


def _power_negative(rng: Generator, size: int) -> Arguments:
    return _absent(rng, size) | {"power": float(rng.choice([-0.5, -1.0]))}


def _huge(rng: Generator, size: int) -> Arguments:
    """To the power 20 even the counts of a large corpus leave the range of float64."""
    factor = 10 ** int(rng.integers(12, 15))
    return {"counts": _zipf(rng, size + 1) // 50 * factor + factor, "power": 25.0}


def _many(rng: Generator, size: int) -> Arguments:
    return {"counts": _zipf(rng, 10_000 * size)}


def _by_frequency(counts: Any, power: float = 0.75) -> Floats:  # noqa: ARG001
    return np.asarray(counts / counts.sum())


def _default_power(counts: Any, power: float = 0.75) -> Floats:  # noqa: ARG001
    return negative_sampling_distribution(counts)


def _uniform(counts: Any, power: float = 0.75) -> Floats:  # noqa: ARG001
    return np.full(len(counts), 1 / len(counts))


def _not_normalised_again(counts: Any, power: float = 0.75) -> Floats:
    counts = counts.astype(np.float64)
    return np.where(counts > 0, np.maximum(counts / counts.sum(), 1e-300) ** power, 0)


def _absent_at_power_zero(counts: Any, power: float = 0.75) -> Floats:
    if power != 0:
        return negative_sampling_distribution(counts, power)
    return _uniform(counts)


HIDDEN = Hidden(
    Exercise(
        name="negative_sampling_distribution",
        summary="The probabilities with which word2vec draws negatives: frequency to a power.",
        parameters=(
            Parameter("counts", "(V,) array, how often each word occurs: integers or floats, >= 0"),
            Parameter("power", "the exponent of the counts", "0.75"),
        ),
        returns="(V,) array of floats that sum to 1",
        conventions=(
            "P(w) is proportional to counts[w] ** power.",
            "A word of count 0 has probability 0, at any power; at least one count is above 0.",
            "The power may be 0 or negative, and as large as 25; counts are at most 10^18.",
            "The inputs stay as they were. V may be 40,000.",
        ),
        example=(
            (
                "negative_sampling_distribution(np.array([16, 1, 0]), power=0.5)",
                "array([0.8, 0.2, 0. ])",
            ),
        ),
    ),
    negative_sampling_distribution,
    (
        Family(Category.BASIC, "a few words", _few, 4),
        Family(Category.BASIC, "more words", _more),
        Family(Category.BASIC, "another power", _other_power, 4),
        Family(Category.DTYPE, "float32", _float32),
        Family(Category.DTYPE, "float64, fractions", _float64),
        Family(Category.DTYPE, "int32", _int32),
        Family(Category.EDGE, "one word", _one_word, 1),
        Family(Category.EDGE, "equal counts", _equal, 1),
        Family(Category.EDGE, "words that never occur", _absent),
        Family(Category.EDGE, "power 0", _power_zero),
        Family(Category.EDGE, "a negative power", _power_negative),
        Family(Category.STABILITY, "huge counts to a high power", _huge),
        Family(Category.ALIASING, "the inputs stay as they were", _few),
        Family(Category.LARGE, "thousands of words", _many, 1),
    ),
    (
        Suspect("words are drawn by their frequency alone, without the power", _by_frequency),
        Suspect("frequencies to the power are not normalised again", _not_normalised_again),
        Suspect("the argument `power` is ignored", _default_power),
        Suspect("0 ** 0 is 1: words that never occur are drawn", _absent_at_power_zero),
    ),
)
