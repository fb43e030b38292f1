"""Unstructured pruning: the weights of smallest magnitude go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.compression._draw import distinct
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import basic, empty, last, shapes

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Two = tuple[NDArray[np.float64], NDArray[np.bool_]]


def magnitude_prune(w: ArrayLike, sparsity: float) -> Two:
    r"""The weights with the pruned ones at 0, floats, and the mask of what stays; of w's shape.

    Of n weights the $\mathrm{round}(s n)$ of smallest |w| go, s being the sparsity from 0 to 1.
    Of equal magnitudes those that come first stay. A weight that is 0 already counts like any
    other. No weights, an empty mask.
    Source: Han et al. 2015, arXiv:1506.02626; the count as in PyTorch's prune.l1_unstructured.

    >>> pruned, mask = magnitude_prune([[0.5, -2.0], [-0.1, 1.0]], 0.5)
    >>> pruned.tolist(), mask.tolist()
    ([[0.0, -2.0], [0.0, 1.0]], [[False, True], [False, True]])
    """
    w = np.asarray(w, dtype=np.float64)
    kept = w.size - round(sparsity * w.size)
    mask = np.zeros(w.size, dtype=bool)
    mask[np.argsort(-np.abs(w), axis=None, kind="stable")[:kept]] = True
    stays: NDArray[np.bool_] = mask.reshape(w.shape)
    return np.where(stays, w, 0.0), stays


def _draw(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> Arguments:
    sparsity = float(rng.choice([0.2, 0.3, 0.4, 0.6, 0.7, 0.8]))
    return {"w": distinct(rng, shape, whole), "sparsity": sparsity}


def _nothing_goes(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, 3)) | {"sparsity": 0.0}


def _all_goes(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, 3)) | {"sparsity": 1.0}


def _zeros_already(rng: Generator, size: int) -> Arguments:
    """Fewer zeros than are to go."""
    found = _draw(rng, (size + 1, 5))
    found["w"][:, 0] = 0.0
    return found | {"sparsity": 0.6}


def _equal(rng: Generator, size: int) -> Arguments:
    values = rng.choice([-2.0, -1.0, 1.0, 2.0], (size + 1, 5))
    return {"w": values, "sparsity": float(rng.choice([0.2, 0.4, 0.6, 0.8]))}


def _clear_count(arguments: Arguments) -> bool:
    count = arguments["sparsity"] * np.size(arguments["w"])
    return bool(abs(count - np.floor(count) - 0.5) > 1e-6)


def _signed(w: Any, sparsity: float) -> Two:
    mask = magnitude_prune(w - w.min(initial=0) + 1, sparsity)[1]
    return np.where(mask, w, 0.0), mask


def _largest(w: Any, sparsity: float) -> Two:
    mask = ~magnitude_prune(w, 1 - sparsity)[1]
    return np.where(mask, w, 0.0), mask


def _share_kept(w: Any, sparsity: float) -> Two:
    return magnitude_prune(w, 1 - sparsity)


def _by_rows(w: Any, sparsity: float) -> Two:
    rows = [magnitude_prune(row, sparsity) for row in w]
    return np.array([row[0] for row in rows]), np.array([row[1] for row in rows])


def _all_of_equal(w: Any, sparsity: float) -> Two:
    pruned, _ = magnitude_prune(w, sparsity)
    gone = np.abs(w)[pruned == 0]
    mask = np.abs(w) > (gone.max() if gone.size else -1)
    return np.where(mask, w, 0.0), mask


HIDDEN = Hidden(
    Exercise(
        name="magnitude_prune",
        summary="Unstructured magnitude pruning of a layer to a given sparsity.",
        parameters=(
            Parameter("w", "array of any shape, the weights"),
            Parameter("sparsity", "the share of the weights that goes, from 0 to 1"),
        ),
        returns="(pruned, mask), both of w's shape: floats; booleans, True where a weight stays",
        parts=(Part("pruned"), Part("mask", Returns.BOOLEAN)),
        conventions=(
            "Exactly round(sparsity * w.size) weights go, those of smallest absolute value.",
            "All weights compete with one another, whatever their row.",
            "Of equal absolute values those that come first in row-major order stay.",
            "A weight that is 0 already counts like any other.",
            "w may be empty or hold integers, and comes back unchanged.",
        ),
        example=(
            (
                "magnitude_prune(np.array([0.5, -2., -0.1, 1.]), 0.5)",
                "(array([ 0., -2.,  0.,  1.]), array([False,  True, False,  True]))",
            ),
        ),
    ),
    magnitude_prune,
    (
        *basic(_draw),
        *shapes(_draw),
        Family(Category.EDGE, "nothing goes", _nothing_goes),
        Family(Category.EDGE, "all goes", _all_goes),
        Family(Category.EDGE, "weights that are 0 already", _zeros_already),
        empty(_draw),
        last(_draw)[0],
        Family(Category.TIES, "equal magnitudes", _equal, 4),
        last(_draw)[1],
    ),
    (
        Suspect("the weights are compared with their signs, not by magnitude", _signed),
        Suspect("the weights of largest magnitude go instead of the smallest", _largest),
        Suspect("the share `sparsity` is kept instead of pruned", _share_kept),
        Suspect("every row is pruned by itself", _by_rows),
        Suspect("all weights equal to the threshold go, so more than asked for", _all_of_equal),
    ),
    fair=_clear_count,
)
