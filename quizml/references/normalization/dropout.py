"""Inverted dropout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, NDArray[np.bool_]]


def dropout(x: ArrayLike, p: float, rng: Generator, training: bool = True) -> Two:
    r"""The output y, of x's shape, and the mask of what was kept, True or False.

    In training every entry falls to 0 with probability p, each by itself, and what is kept is
    divided by 1 - p, so that $E[y] = x$ and nothing is left to do at inference: there y is x,
    all is kept and nothing is drawn. `rng.random(x.shape)` is drawn once; an entry is kept where
    it is at least p. With p = 1 all is 0.
    Source: Srivastava et al. 2014, JMLR 15, section 10 (the inverted form).

    >>> y, kept = dropout([2.0, 4.0, 6.0], 0.5, np.random.default_rng(0))
    >>> y.tolist(), kept.tolist()
    ([4.0, 0.0, 0.0], [True, False, False])
    """
    x = np.asarray(x, dtype=np.float64)
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    kept = rng.random(x.shape) >= p
    factor = 1 / (1 - p) if p < 1 else 0.0
    return np.where(kept, x * factor, 0.0), kept


def _draw(rng: Generator, x: NDArray[Any], p: float, **how: Any) -> Arguments:
    return {"x": x, "p": p, "rng": np.random.default_rng(int(rng.integers(2**32))), **how}


def _values(rng: Generator, *shape: int) -> Floats:
    """Away from 0, so that what fell can be seen."""
    return np.asarray(rng.uniform(0.5, 3, shape) * rng.choice([-1.0, 1.0], shape))


def _chance(rng: Generator) -> float:
    """Not a half, which would not tell p from 1 - p."""
    return float(rng.choice([0.2, 0.3, 0.4, 0.6, 0.7]))


def _rows(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2 * size, 8), _chance(rng))


def _inference(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, size, 5), _chance(rng), training=False)


def _vector(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 8 * size), _chance(rng))


def _maps(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, size, 3, 4), _chance(rng))


def _single_precision(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, size, 7).astype(np.float32), _chance(rng))


def _integers(rng: Generator, size: int) -> Arguments:
    return _draw(rng, rng.integers(1, 10, (size, 7)), _chance(rng))


def _integers_at_inference(rng: Generator, size: int) -> Arguments:
    return _draw(rng, rng.integers(1, 10, (size, 7)), _chance(rng), training=False)


def _nothing_falls(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, size, 5), 0.0)


def _everything_falls(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, size, 5), 1.0)


def _no_entries(rng: Generator, size: int) -> Arguments:
    return _draw(rng, np.zeros((0, size)), 0.3)


def _rarely(rng: Generator, size: int) -> Arguments:
    p = float(rng.choice([0.02, 0.98]))
    return _draw(rng, _values(rng, 4 * size, 10), p)


def _zeros_inside(rng: Generator, size: int) -> Arguments:
    """As after a ReLU: an entry of 0 is kept or not like any other."""
    x = _values(rng, 2 * size, 8)
    return _draw(rng, np.maximum(x, 0), _chance(rng))


def _many(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 100 * size, 100), _chance(rng))


def _not_scaled(x: Any, p: float, rng: Any, training: bool = True) -> Two:
    _, kept = dropout(x, p, rng, training)
    return np.where(kept, x, 0.0), kept


def _divided_by_p(x: Any, p: float, rng: Any, training: bool = True) -> Two:
    y, kept = dropout(x, p, rng, training)
    if not training or not p:
        raise ValueError("nothing is divided")
    return y * (1 - p) / p, kept


def _keep_probability(x: Any, p: float, rng: Any, training: bool = True) -> Two:
    if not training:
        raise ValueError("nothing falls")
    return _other_end(x, 1 - p, rng)


def _other_end(x: Any, p: float, rng: Any, training: bool = True) -> Two:
    if not training:
        raise ValueError("nothing falls")
    kept = rng.random(np.shape(x)) < 1 - p
    return np.where(kept, x, 0.0) / (1 - p if p < 1 else 1.0), kept


def _at_inference(x: Any, p: float, rng: Any, training: bool = True) -> Two:
    y, kept = dropout(x, p, rng, training)
    return (y if training else y * (1 - p)), kept


def _always(x: Any, p: float, rng: Any, training: bool = True) -> Two:  # noqa: ARG001
    return dropout(x, p, rng)


HIDDEN = Hidden(
    Exercise(
        name="dropout",
        summary="Inverted dropout, in training and at inference.",
        parameters=(
            Parameter("x", "array of any shape, floats or integers"),
            Parameter("p", "the probability with which an entry is dropped, from 0 to 1"),
            Parameter("rng", "a numpy.random.Generator; all chance comes from it"),
            Parameter("training", "False: nothing is dropped", "True"),
        ),
        returns="y of x's shape, floats; and the mask of x's shape, bool, True where kept",
        parts=(Part("y"), Part("mask", Returns.BOOLEAN)),
        conventions=(
            "Draw u = rng.random(x.shape) once; an entry is kept where u >= p.",
            "Inverted: what is kept is divided by 1 - p in training, so inference needs no factor.",
            "With training=False y equals x, the mask is all True, and nothing is drawn.",
            "p may be 0 (all kept) or 1 (all of y is 0, no NaN). x may be empty.",
            "x comes back unchanged.",
        ),
        example=(
            (
                "dropout(np.array([2., 4., 6.]), 0.5, np.random.default_rng(0))",
                "(array([4., 0., 0.]), array([ True, False, False]))",
            ),
        ),
    ),
    dropout,
    (
        Family(Category.BASIC, "rows", _rows, 3),
        Family(Category.BASIC, "inference", _inference),
        Family(Category.SHAPE, "a vector", _vector),
        Family(Category.SHAPE, "feature maps", _maps),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "integers at inference", _integers_at_inference, 1),
        Family(Category.EDGE, "p is 0", _nothing_falls, 1),
        Family(Category.EDGE, "p is 1", _everything_falls, 1),
        Family(Category.EDGE, "no entries", _no_entries, 1),
        Family(Category.EDGE, "p near 0 or 1", _rarely),
        Family(Category.EDGE, "zeros among the entries", _zeros_inside),
        Family(Category.ALIASING, "the input stays as it was", _rows),
        Family(Category.LARGE, "many entries", _many, 1),
    ),
    (
        Suspect("what is kept is not divided by 1 - p", _not_scaled),
        Suspect("what is kept is divided by p instead of 1 - p", _divided_by_p),
        Suspect("p is taken as the probability to keep an entry", _keep_probability),
        Suspect("kept where u < 1 - p: the same chance, but not where u >= p", _other_end),
        Suspect("multiplied by 1 - p at inference, though training divides by it", _at_inference),
        Suspect("entries are dropped at inference, too", _always),
    ),
)
