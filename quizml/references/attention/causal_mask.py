"""The mask of a decoder: no position looks ahead, and none looks at padding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Booleans = NDArray[np.bool_]


def causal_mask(tokens: ArrayLike, pad: int = 0, queries: int | None = None) -> Booleans:
    """Mask (..., q, n), True where query i may look at key j: j is no later, and no padding.

    tokens (..., n) are the ids of the keys. The queries are the last q of the n positions (all of
    them for None), so query i stands at position n - q + i: with a cache of keys and values, only
    new tokens ask. Padding hides keys; a row of a padded query is made as any other.
    Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.2.3.

    >>> causal_mask([5, 7, 0]).astype(int).tolist()
    [[1, 0, 0], [1, 1, 0], [1, 1, 0]]
    >>> causal_mask([5, 7, 6], queries=1).astype(int).tolist()
    [[1, 1, 1]]
    """
    tokens = np.asarray(tokens)
    keys = np.arange(tokens.shape[-1])
    asking = keys if queries is None else keys[len(keys) - queries :]
    return np.asarray((keys <= asking[:, None]) & (tokens != pad)[..., None, :])


def _sentences(rng: Generator, rows: int, length: int) -> NDArray[np.int64]:
    """Ids from 1 on, and zeros behind at least one of them: the first row is full."""
    tokens = rng.integers(1, 9, (rows, length))
    ends = rng.integers(1, length + 1, rows)
    ends[0] = length
    tokens[np.arange(length) >= ends[:, None]] = 0
    return tokens


def _one(rng: Generator, size: int) -> Arguments:
    return {"tokens": rng.integers(1, 9, size + 2)}


def _padded(rng: Generator, size: int) -> Arguments:
    tokens = rng.integers(1, 9, size + 2)
    tokens[-1 - int(rng.integers(size)) :] = 0
    return {"tokens": tokens}


def _batch(rng: Generator, size: int) -> Arguments:
    return {"tokens": _sentences(rng, size, size + 2)}


def _as_many_as_long(rng: Generator, size: int) -> Arguments:
    """As many sentences as tokens, so that a wrong axis fits."""
    return {"tokens": _sentences(rng, size + 1, size + 1)}


def _two_axes(rng: Generator, size: int) -> Arguments:
    return {"tokens": _sentences(rng, 2 * size, size + 1).reshape(2, size, size + 1)}


def _cached(rng: Generator, size: int) -> Arguments:
    return {"tokens": rng.integers(1, 9, size + 3), "queries": int(rng.integers(2, size + 2))}


def _other_pad(rng: Generator, size: int) -> Arguments:
    """0 is a word here."""
    tokens = rng.integers(0, 4, (size, size + 2))
    tokens[:, 0], tokens[:, -1] = 0, 3
    return {"tokens": tokens, "pad": int(rng.choice([-1, 3]))}


def _narrow_ids(rng: Generator, size: int) -> Arguments:
    kind = str(rng.choice(["int32", "int16", "uint8"]))
    return {"tokens": _sentences(rng, size, size + 2).astype(kind)}


def _padded_in_front(rng: Generator, size: int) -> Arguments:
    """The first queries then see no key at all."""
    return {"tokens": np.asarray(_sentences(rng, size + 1, size + 2)[:, ::-1])}


def _one_token(rng: Generator, size: int) -> Arguments:
    return {"tokens": rng.integers(1, 9, (size, 1))}


def _no_tokens(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"tokens": np.zeros((size, 0), dtype=np.int64)}


def _one_step(rng: Generator, size: int) -> Arguments:
    return {"tokens": _sentences(rng, size, size + 2), "queries": 1}


def _no_queries(rng: Generator, size: int) -> Arguments:
    return {"tokens": _sentences(rng, size, size + 1), "queries": 0}


def _many(rng: Generator, size: int) -> Arguments:
    return {"tokens": _sentences(rng, 2 * size, 50 * size)}


def _strict(tokens: Any, pad: int = 0, queries: int | None = None) -> Booleans:
    n = tokens.shape[-1]
    mask = causal_mask(tokens, pad, queries)
    return np.asarray(mask & ~np.eye(n, dtype=bool)[n - mask.shape[-2] :])


def _turned(tokens: Any, pad: int = 0, queries: int | None = None) -> Booleans:
    return ~causal_mask(tokens, pad, queries)


def _future(tokens: Any, pad: int = 0, queries: int | None = None) -> Booleans:
    n = tokens.shape[-1]
    later = np.triu(np.ones((n, n), dtype=bool))[n - (n if queries is None else queries) :]
    return np.asarray(later & (tokens != pad)[..., None, :])


def _aligned_left(tokens: Any, pad: int = 0, queries: int | None = None) -> Booleans:
    return causal_mask(tokens, pad)[..., :queries, :]


def _no_padding(tokens: Any, pad: int = 0, queries: int | None = None) -> Booleans:  # noqa: ARG001
    return causal_mask(np.ones_like(tokens), 0, queries)


def _queries_hidden(tokens: Any, pad: int = 0, queries: int | None = None) -> Booleans:
    n = tokens.shape[-1]
    asking = (tokens != pad)[..., n - (n if queries is None else queries) :, None]
    return np.asarray(_no_padding(tokens, pad, queries) & asking)


HIDDEN = Hidden(
    Exercise(
        name="causal_mask",
        summary="Which keys each query of a decoder may look at: no later ones, and no padding.",
        parameters=(
            Parameter("tokens", "(..., n) array of integer ids, one of each key"),
            Parameter("pad", "the id that means padding", "0"),
            Parameter("queries", "how many of the last positions ask; None for all n", "None"),
        ),
        returns="(..., q, n) array of booleans, True where the query may look at the key",
        kind=Returns.BOOLEAN,
        conventions=(
            "q is `queries`, or n for None. The queries are the last q of the n positions.",
            "A query sees keys at its own position and before it, never after it.",
            "A key that is padding is seen by no query. Padding may stand anywhere.",
            "A query that is padding itself still sees the earlier keys that are none.",
            "A row may be False throughout. n and q may be 0, and q is at most n.",
            "tokens come back unchanged.",
        ),
        example=(
            ("causal_mask(np.array([5, 0]))", "array([[ True, False],\n       [ True, False]])"),
        ),
    ),
    causal_mask,
    (
        Family(Category.BASIC, "one sentence without padding", _one),
        Family(Category.BASIC, "one sentence with padding", _padded),
        Family(Category.BASIC, "only the last positions ask", _cached, 3),
        Family(Category.SHAPE, "a batch of sentences", _batch),
        Family(Category.SHAPE, "as many sentences as tokens", _as_many_as_long),
        Family(Category.SHAPE, "two leading axes", _two_axes, 1),
        Family(Category.DTYPE, "narrow integers", _narrow_ids),
        Family(Category.EDGE, "another id for padding", _other_pad, 3),
        Family(Category.EDGE, "padding in front", _padded_in_front),
        Family(Category.EDGE, "one token", _one_token, 1),
        Family(Category.EDGE, "no tokens", _no_tokens, 1),
        Family(Category.EDGE, "one query, as in a decoding step", _one_step, 1),
        Family(Category.EDGE, "no queries", _no_queries, 1),
        Family(Category.ALIASING, "the input stays as it was", _batch),
        Family(Category.LARGE, "long sentences", _many, 1),
    ),
    (
        Suspect("a query does not see its own position", _strict),
        Suspect("True stands where a key is hidden", _turned),
        Suspect("queries see the future instead of the past (triu for tril)", _future),
        Suspect("the queries are taken to be the first positions, not the last", _aligned_left),
        Suspect("padding is not hidden", _no_padding),
        Suspect("padding hides rows (queries) instead of columns (keys)", _queries_hidden),
    ),
)
