"""The mask of N:M sparsity: of every M consecutive weights N stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.compression._draw import distinct
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import narrow

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Mask = NDArray[np.bool_]


def nm_prune_mask(w: ArrayLike, n: int = 2, m: int = 4) -> Mask:
    """True where a weight stays, of w's shape: the n of largest |w| in each group of m.

    The groups are m consecutive weights along the last axis, whose length is a multiple of m.
    Exactly n of each stay, zeros among them if need be; of equal magnitudes the first. n is from
    0 to m. No weights, an empty mask.
    Source: Mishra et al. 2021, arXiv:2104.08378.

    >>> nm_prune_mask([0.1, -3.0, 2.0, 0.5, 4.0, 5.0, -6.0, 7.0]).astype(int).tolist()
    [0, 1, 1, 0, 0, 0, 1, 1]
    """
    w = np.asarray(w, dtype=np.float64)
    groups = np.abs(w).reshape(-1, m)
    order = np.argsort(-groups, axis=1, kind="stable")
    mask = np.zeros(groups.shape, dtype=bool)
    np.put_along_axis(mask, order[:, :n], values=True, axis=1)
    return mask.reshape(w.shape)


def _draw(rng: Generator, shape: tuple[int, ...], m: int = 4, whole: bool = False) -> Arguments:
    return {"w": distinct(rng, (*shape[:-1], shape[-1] * m), whole)}


def _other(rng: Generator, size: int) -> Arguments:
    n, m = [(1, 2), (1, 3), (3, 4), (2, 8), (4, 8), (3, 5)][rng.integers(6)]
    return _draw(rng, (size, size), m) | {"n": n, "m": m}


def _few_nonzero(rng: Generator, size: int) -> Arguments:
    """One weight of each group differs from 0, so a zero stays too: the first."""
    found = _draw(rng, (size + 1, 2))
    places = np.arange(found["w"].size).reshape(found["w"].shape) % 4
    return {"w": np.where(places == rng.integers(0, 4), found["w"], 0.0)}


def _all_stay(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, 2)) | {"n": 4}


def _none_stay(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, 2)) | {"n": 0}


def _equal(rng: Generator, size: int) -> Arguments:
    return {"w": rng.choice([-2.0, -1.0, 1.0, 2.0], (size + 1, 12))}


def _signed(w: Any, n: int = 2, m: int = 4) -> Mask:
    return nm_prune_mask(w - w.min(initial=0) + 1, n, m)


def _pruned(w: Any, n: int = 2, m: int = 4) -> Mask:
    return ~nm_prune_mask(w, n, m)


def _smallest(w: Any, n: int = 2, m: int = 4) -> Mask:
    return ~nm_prune_mask(w, m - n, m)


def _usual(w: Any, n: int = 2, m: int = 4) -> Mask:  # noqa: ARG001
    return nm_prune_mask(w)


def _whole_rows(w: Any, n: int = 2, m: int = 4) -> Mask:
    length = w.shape[-1]
    return nm_prune_mask(w, length * n // m, length)


def _down_columns(w: Any, n: int = 2, m: int = 4) -> Mask:
    return nm_prune_mask(w.T, n, m).T


HIDDEN = Hidden(
    Exercise(
        name="nm_prune_mask",
        summary="The mask of N:M sparsity, for instance 2:4.",
        parameters=(
            Parameter("w", "array of one or more axes, the last a multiple of m long"),
            Parameter("n", "how many of each group stay, from 0 to m", "2"),
            Parameter("m", "how many consecutive weights make a group", "4"),
        ),
        returns="boolean array of w's shape, True where a weight stays",
        kind=Returns.BOOLEAN,
        conventions=(
            "Groups are m consecutive weights along the last axis, without overlap.",
            "In each the n of largest absolute value stay; of equal ones those that come first.",
            "Exactly n of each group stay, zeros too if fewer than n differ from 0.",
            "w may be empty or hold integers, and comes back unchanged.",
        ),
        example=(
            (
                "nm_prune_mask(np.array([0.1, -3., 2., 0.5]))",
                "array([False,  True,  True, False])",
            ),
        ),
    ),
    nm_prune_mask,
    (
        Family(Category.BASIC, "a row of 2:4", lambda rng, size: _draw(rng, (size,)), 4),
        Family(Category.BASIC, "a matrix of 2:4", lambda rng, size: _draw(rng, (size, 3)), 3),
        Family(Category.BASIC, "another n and m", _other, 4),
        Family(Category.SHAPE, "three axes", lambda rng, size: _draw(rng, (2, size, 2))),
        Family(Category.DTYPE, "float32", lambda rng, size: narrow(_draw(rng, (size, 2)))),
        Family(Category.DTYPE, "integers", lambda rng, size: _draw(rng, (size, 2), whole=True)),
        Family(Category.EDGE, "all stay", _all_stay, 1),
        Family(Category.EDGE, "none stay", _none_stay, 1),
        Family(Category.EDGE, "no weights", lambda rng, size: _draw(rng, (0, size)), 1),
        Family(Category.ALIASING, "w stays as it was", lambda rng, size: _draw(rng, (size, 2))),
        Family(Category.TIES, "equal magnitudes", _equal, 4),
        Family(Category.TIES, "hardly any weights but 0", _few_nonzero),
        Family(Category.LARGE, "many", lambda rng, size: _draw(rng, (50 * size, 20)), 1),
    ),
    (
        Suspect("the weights are compared with their signs, not by magnitude", _signed),
        Suspect("the mask is the other way round: True marks what goes", _pruned),
        Suspect("the smallest of each group stay instead of the largest", _smallest),
        Suspect("the arguments `n` and `m` are ignored", _usual),
        Suspect("each row is one group, instead of every m consecutive weights", _whole_rows),
        Suspect("the groups run along the first axis instead of the last", _down_columns),
    ),
)
