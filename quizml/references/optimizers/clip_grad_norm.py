"""Gradient clipping by the norm of all gradients together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import narrow, signed

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Three = tuple[Floats, Floats, float]


def clip_grad_norm(dw: ArrayLike, db: ArrayLike, max_norm: float) -> Three:
    r"""The gradients dw and db, shortened together, and the norm n that they had before.

    n is the Euclidean norm of all entries of both, as if they were one vector. Where it exceeds
    max_norm c, both are multiplied by c / n: the direction is kept and the norm becomes c.
    Otherwise both stay; nothing is ever stretched, and gradients of 0 stay 0.
    Source: Pascanu, Mikolov, Bengio 2012, arXiv:1211.5063, algorithm 1.

    >>> dw, db, norm = clip_grad_norm([[3.0, 0.0]], [4.0], 2.5)
    >>> dw.tolist(), db.tolist(), norm
    ([[1.5, 0.0]], [2.0], 5.0)
    """
    dw, db = (np.asarray(a, dtype=np.float64) for a in (dw, db))
    norm = float(np.sqrt((dw**2).sum() + (db**2).sum()))
    factor = max_norm / norm if norm > max_norm else 1.0
    return factor * dw, factor * db, norm


def _draw(rng: Generator, shape: tuple[int, ...], share: float, whole: bool = False) -> Arguments:
    """Gradients whose norm is to be multiplied by `share`, if that is below 1."""
    found = {"dw": signed(rng, shape, whole), "db": signed(rng, shape[:1], whole)}
    return found | {"max_norm": round(share * clip_grad_norm(**found, max_norm=1.0)[2], 3)}


def _long(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, size + 1), rng.uniform(0.2, 0.6))


def _short(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, size + 1), rng.uniform(1.5, 4))


def _only_together(rng: Generator, size: int) -> Arguments:
    """Neither is longer than max_norm by itself; both together are."""
    found = _long(rng, size)
    norms = [np.sqrt((found[name] ** 2).sum()) for name in ("dw", "db")]
    found["db"] *= norms[0] / norms[1]
    return found | {"max_norm": float(1.2 * norms[0])}


def _kernels(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, 2, 3, 3), rng.uniform(0.2, 0.6))


def _one_output(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (1, size), rng.uniform(0.2, 0.6))


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_long(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (size, size + 1), rng.uniform(0.2, 0.6), whole=True)


def _zeros(rng: Generator, size: int) -> Arguments:
    return {
        "dw": np.zeros((size, size + 1)),
        "db": np.zeros(size),
        "max_norm": float(rng.integers(1, 6)),
    }


def _one_entry(rng: Generator, size: int) -> Arguments:
    found = _long(rng, size)
    found["dw"][:], found["db"][1:] = 0.0, 0.0
    return found | {"max_norm": 0.2}


def _nearly_nothing(rng: Generator, size: int) -> Arguments:
    """A max_norm far below 1 may be meant as it stands."""
    return _long(rng, size) | {"max_norm": 0.01}


def _exploded(rng: Generator, size: int) -> Arguments:
    found = _long(rng, size)
    return found | {"dw": found["dw"] * 1e9, "max_norm": 1.0}


def _exploded_single(rng: Generator, size: int) -> Arguments:
    """Their squares are beyond float32."""
    found = _long(rng, size)
    return narrow(found | {"dw": found["dw"] * 1e25, "db": found["db"] * 1e25, "max_norm": 1.0})


def _many(rng: Generator, size: int) -> Arguments:
    return _draw(rng, (100 * size, 100), rng.uniform(0.2, 0.6))


def _apart(dw: Any, db: Any, max_norm: float) -> Three:
    norm = clip_grad_norm(dw, db, max_norm)[2]
    return (
        clip_grad_norm(dw, 0 * db, max_norm)[0],
        clip_grad_norm(0 * dw, db, max_norm)[1],
        norm,
    )


def _by_value(dw: Any, db: Any, max_norm: float) -> Three:
    norm = clip_grad_norm(dw, db, max_norm)[2]
    return np.clip(dw, -max_norm, max_norm), np.clip(db, -max_norm, max_norm), norm


def _stretched(dw: Any, db: Any, max_norm: float) -> Three:
    norm = clip_grad_norm(dw, db, max_norm)[2]
    if norm == 0:
        raise ValueError("no direction")
    return dw * (max_norm / norm), db * (max_norm / norm), norm


def _squared(dw: Any, db: Any, max_norm: float) -> Three:
    norm = clip_grad_norm(dw, db, max_norm)[2] ** 2
    factor = min(1.0, max_norm / norm) if norm else 1.0
    return dw * factor, db * factor, norm


def _norm_afterwards(dw: Any, db: Any, max_norm: float) -> Three:
    dw, db, norm = clip_grad_norm(dw, db, max_norm)
    return dw, db, min(norm, max_norm)


HIDDEN = Hidden(
    Exercise(
        name="clip_grad_norm",
        summary="Clip the gradients of a layer by their common norm.",
        parameters=(
            Parameter("dw", "array of any shape, the gradient of the weights"),
            Parameter("db", "(F,) array, the gradient of the biases"),
            Parameter("max_norm", "the largest norm allowed; positive"),
        ),
        returns="dw and db after clipping, of their old shapes, and their norm before it; floats",
        parts=(Part("dw"), Part("db"), Part("norm")),
        conventions=(
            "One Euclidean norm is taken over all entries of dw and db together.",
            "Gradients whose norm is at most max_norm stay as they are, those of 0 too.",
            "PyTorch's 1e-6 in the denominator may be left out or put in.",
            "float32 gradients may be near 1e25: their squares need float64.",
            "Integers become float64. dw and db come back unchanged: return new arrays.",
        ),
        example=(
            (
                "clip_grad_norm(np.array([[3., 0.]]), np.array([4.]), 2.5)",
                "(array([[1.5, 0. ]]), array([2.]), 5.0)",
            ),
        ),
        closeness=Closeness(rtol=1e-5, atol=1e-9),
    ),
    clip_grad_norm,
    (
        Family(Category.BASIC, "gradients that are too long", _long, 4),
        Family(Category.BASIC, "gradients that are short enough", _short, 2),
        Family(Category.BASIC, "too long only together", _only_together, 2),
        Family(Category.SHAPE, "kernels", _kernels),
        Family(Category.SHAPE, "one output", _one_output, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "gradients of 0", _zeros, 1),
        Family(Category.EDGE, "one entry that is not 0", _one_entry, 1),
        Family(Category.EDGE, "a tiny max_norm", _nearly_nothing, 1),
        Family(Category.STABILITY, "exploded gradients", _exploded),
        Family(Category.STABILITY, "exploded gradients in float32", _exploded_single, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _long),
        Family(Category.LARGE, "many weights", _many, 1),
    ),
    (
        Suspect("dw and db are clipped one by one, each by its own norm", _apart),
        Suspect("each entry is clipped by its value: that changes the direction", _by_value),
        Suspect("gradients that are short enough are stretched to max_norm", _stretched),
        Suspect("the root is missing from the norm", _squared),
        Suspect("the norm is the one after clipping; the one before is asked", _norm_afterwards),
    ),
)
