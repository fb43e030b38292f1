"""Similarity of items by the users they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def item_cf_similarity(
    interactions: ArrayLike, alpha: float = 0.5, penalize_active: bool = False
) -> Floats:
    r"""Similarities (I, I) of items: $c_{ij} / (|N_i|^{1-\alpha} |N_j|^\alpha)$, 0 on the diagonal.

    interactions is (U, I); a user has an item where the entry is not 0. N_i are item i's users, and
    c_ij counts the users who have both; with penalize_active each of them counts 1 / ln(1 + the
    number of items they have), since who takes everything says little. With alpha 1/2 it is the
    cosine; a greater alpha pushes popular items j down, and the matrix is no longer symmetric. An
    item without users is like no other.
    Source: Linden, Smith, York 2003, Amazon.com Recommendations, IEEE Internet Computing 7(1), for
    the cosine. Less weight for active users turns round the inverse user frequency of Breese et al.
    1998, arXiv:1301.7363, which gives less weight to popular items.

    >>> item_cf_similarity([[1, 1, 0], [1, 0, 0], [1, 1, 0], [1, 0, 1]]).round(3).tolist()
    [[0.0, 0.707, 0.5], [0.707, 0.0, 0.0], [0.5, 0.0, 0.0]]
    """
    has = (np.asarray(interactions) != 0).astype(np.float64)
    owned, users = has.sum(axis=1), has.sum(axis=0)
    shares = 1 / np.log1p(np.maximum(owned, 1)) if penalize_active else np.ones(len(has))
    common = (has * shares[:, None]).T @ has
    counts = np.maximum(users, 1)
    similarity = common / np.outer(counts ** (1 - alpha), counts**alpha)
    np.fill_diagonal(similarity, 0.0)
    return np.asarray(similarity)


def _drawn(rng: Generator, users: int, items: int) -> Arguments:
    """Items of different popularity; none without a user, no user without an item."""
    has = rng.random((users, items)) < rng.permutation(np.linspace(0.3, 0.8, items))
    has[rng.integers(0, users, items), np.arange(items)] = True
    has[np.arange(users), rng.integers(0, items, users)] = True
    has[:2, :2] = True
    return {"interactions": has.astype(np.float64)}


def _cosine(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2 * size + 2, size + 2)


def _penalised(rng: Generator, size: int) -> Arguments:
    return _cosine(rng, size) | {"alpha": float(rng.choice([0.6, 0.75, 0.9]))}


def _active(rng: Generator, size: int) -> Arguments:
    return _cosine(rng, size) | {"penalize_active": True}


def _more_items(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, 3 * size) | {"alpha": float(rng.choice([0.5, 0.7]))}


def _square(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, size + 2) | {"alpha": 0.8, "penalize_active": True}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {"interactions": _cosine(rng, size)["interactions"].astype(np.float32)}


def _booleans(rng: Generator, size: int) -> Arguments:
    return {"interactions": _drawn(rng, 3 * size + 3, size + 2)["interactions"] > 0}


def _ratings(rng: Generator, size: int) -> Arguments:
    has = _cosine(rng, size)["interactions"]
    return {"interactions": (has * rng.integers(1, 6, has.shape)).astype(np.int64)}


def _no_users(rng: Generator, size: int) -> Arguments:
    drawn = _cosine(rng, size)
    drawn["interactions"][:, int(rng.integers(2, size + 2))] = 0
    return drawn


def _idle_user(rng: Generator, size: int) -> Arguments:
    drawn = _active(rng, size)
    drawn["interactions"][int(rng.integers(2, 2 * size + 2))] = 0
    return drawn


def _extremes(rng: Generator, size: int) -> Arguments:
    return _cosine(rng, size) | {"alpha": float(rng.integers(0, 2))}


def _two_items(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 3, 2)


def _many(rng: Generator, size: int) -> Arguments:
    """In bytes: more than 255 users share two items."""
    drawn = _drawn(rng, 150 * size, 8 * size)["interactions"].astype(np.uint8)
    drawn[: 90 * size, :3] = 1
    return {"interactions": drawn}


def _own_one(**given: Any) -> Floats:
    found = item_cf_similarity(**given)
    has = np.asarray(given["interactions"]).any(axis=0)
    return np.asarray(found + np.diag(has * 1.0))


def _jaccard(interactions: Any, **_: Any) -> Floats:
    has = (interactions != 0).astype(float)
    common, users = has.T @ has, has.sum(axis=0)
    found = common / np.maximum(users[:, None] + users - common, 1)
    np.fill_diagonal(found, 0)
    return np.asarray(found)


def _sides_swapped(interactions: Any, alpha: float = 0.5, penalize_active: bool = False) -> Floats:
    return item_cf_similarity(interactions, 1 - alpha, penalize_active)


def _all_alike(interactions: Any, alpha: float = 0.5, penalize_active: bool = False) -> Floats:  # noqa: ARG001
    return item_cf_similarity(interactions, alpha)


def _rated(interactions: Any, **_: Any) -> Floats:
    values = interactions * 1.0
    length = np.maximum(np.sqrt((values**2).sum(axis=0)), 1e-12)
    found = values.T @ values / np.outer(length, length)
    np.fill_diagonal(found, 0)
    return np.asarray(found)


HIDDEN = Hidden(
    Exercise(
        name="item_cf_similarity",
        summary="ItemCF: how alike items are, by the users who have both.",
        parameters=(
            Parameter("interactions", "array (U, I): not 0 where the user has the item"),
            Parameter("alpha", "0 to 1: how much the popularity of item j counts", "0.5"),
            Parameter("penalize_active", "whether active users count less", "False"),
        ),
        returns="array (I, I) of floats: the similarity of item i (row) to item j (column)",
        conventions=(
            "An entry that is not 0 counts as one: ratings and counts are not weighed.",
            "similarity = c / (|N_i| ** (1 - alpha) * |N_j| ** alpha).",
            "N_i are the users who have item i; c is the number of users who have both.",
            "penalize_active: each of those counts 1 / ln(1 + the number of all the user's items).",
            "It changes c alone, neither |N_i| nor |N_j|.",
            "The diagonal is 0; so are the row and the column of an item without users.",
            "interactions comes back unchanged.",
        ),
        example=(
            (
                "item_cf_similarity(np.array([[1, 1], [1, 0], [1, 1], [1, 0]]), alpha=1.0)",
                "array([[0. , 1. ], [0.5, 0. ]])",
            ),
        ),
    ),
    item_cf_similarity,
    (
        Family(Category.BASIC, "a few users and items", _cosine, 3),
        Family(Category.BASIC, "popular items pushed down", _penalised, 3),
        Family(Category.BASIC, "active users count less", _active),
        Family(Category.SHAPE, "more items than users", _more_items),
        Family(Category.SHAPE, "as many users as items", _square),
        Family(Category.DTYPE, "float32", _single_precision, 1),
        Family(Category.DTYPE, "booleans", _booleans),
        Family(Category.DTYPE, "ratings", _ratings),
        Family(Category.EDGE, "an item without users", _no_users),
        Family(Category.EDGE, "a user without items", _idle_user),
        Family(Category.EDGE, "alpha 0 or 1", _extremes),
        Family(Category.EDGE, "two items", _two_items, 1),
        Family(Category.ALIASING, "the input stays as it was", _cosine),
        Family(Category.LARGE, "hundreds of users, in bytes", _many, 1),
    ),
    (
        Suspect("an item is like itself: the diagonal should be 0", _own_one),
        Suspect("divided by the users of either item (Jaccard)", _jaccard),
        Suspect("alpha belongs to column j, 1 - alpha to row i", _sides_swapped),
        Suspect("penalize_active is ignored", _all_alike),
        Suspect("ratings are weighed: the cosine of the columns as they are", _rated),
    ),
)
