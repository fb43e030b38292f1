"""Spectral normalisation: a weight divided by its largest singular value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.normalization._features import narrow

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Three = tuple[Floats, float, Floats]


def spectral_norm(
    w: ArrayLike, u: ArrayLike, n_power_iterations: int = 1, eps: float = 1e-12
) -> Three:
    r"""The weight w / sigma of w's shape, sigma, and the vector u (F,) for the next call.

    W is w (F, ...) as a matrix of F rows. Power iteration repeats $v = W^T u / |W^T u|$,
    $u = W v / |W v|$; then $\sigma = u^T W v$, which nears the largest singular value from below.
    Nothing is divided by less than eps: of w = 0 come back 0, 0 and 0.
    Source: Miyato et al. 2018, arXiv:1802.05957, algorithm 1.

    >>> w, sigma, u = spectral_norm([[3.0, 0.0], [0.0, 4.0]], [1.0, 0.0])
    >>> w.round(4).tolist(), round(sigma, 4), u.tolist()
    ([[1.0, 0.0], [0.0, 1.3333]], 3.0, [1.0, 0.0])
    """
    w = np.asarray(w, dtype=np.float64)
    rows = w.reshape(len(w), -1)
    left = np.asarray(u, dtype=np.float64)
    right = np.zeros(rows.shape[1])
    for _ in range(n_power_iterations):
        right = rows.T @ left
        right = right / max(float(np.linalg.norm(right)), eps)
        left = rows @ right
        left = left / max(float(np.linalg.norm(left)), eps)
    sigma = float(left @ rows @ right)
    return w / max(sigma, eps), sigma, left


def _weight(rng: Generator, *shape: int, **how: Any) -> Arguments:
    """A start that is far from the singular vectors, and no singular value near another."""
    rows, columns = shape[0], int(np.prod(shape[1:]))
    left, _ = np.linalg.qr(rng.normal(size=(rows, rows)))
    right, _ = np.linalg.qr(rng.normal(size=(columns, columns)))
    few = min(rows, columns)
    values = rng.uniform(1.5, 4) * 0.8 ** np.arange(few)
    w = (left[:, :few] * values) @ right[:, :few].T
    u = left @ rng.choice([-1.0, 1.0], rows) * rng.uniform(0.5, 2)
    return {"w": w.reshape(shape), "u": u, **how}


def _one_step(rng: Generator, size: int) -> Arguments:
    return _weight(rng, size + 1, size + 2)


def _several_steps(rng: Generator, size: int) -> Arguments:
    return _weight(rng, size + 2, size + 1, n_power_iterations=int(rng.integers(2, 5)))


def _square(rng: Generator, size: int) -> Arguments:
    return _weight(rng, size + 1, size + 1)


def _filters(rng: Generator, size: int) -> Arguments:
    return _weight(rng, size + 1, 2, 3, 2, n_power_iterations=int(rng.integers(1, 3)))


def _as_long_as_wide(rng: Generator, size: int) -> Arguments:
    return _weight(rng, *[min(size + 1, 3)] * 4)


def _along_one_axis(rng: Generator, size: int) -> Arguments:
    return _weight(rng, size + 1, 3, 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_weight(rng, size + 1, size + 2))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _weight(rng, size + 1, size + 2)
    return found | {"w": rng.integers(1, 9, found["w"].shape), "u": np.abs(found["u"]) + 1}


def _one_row(rng: Generator, size: int) -> Arguments:
    return _weight(rng, 1, size + 1)


def _one_column(rng: Generator, size: int) -> Arguments:
    return _weight(rng, size + 1, 1)


def _rank_one(rng: Generator, size: int) -> Arguments:
    w = np.outer(rng.uniform(0.5, 2, size + 1), rng.uniform(0.5, 2, size + 2))
    return {"w": w, "u": rng.uniform(0.5, 2, size + 1)}


def _zeros(rng: Generator, size: int) -> Arguments:
    return {"w": np.zeros((size + 1, size)), "u": rng.normal(size=size + 1)}


def _converged(rng: Generator, size: int) -> Arguments:
    return _weight(rng, size + 1, size + 1, n_power_iterations=60)


def _small_weights(rng: Generator, size: int) -> Arguments:
    found = _weight(rng, size + 1, size + 2)
    return found | {"w": found["w"] * 10.0 ** -int(rng.integers(2, 5))}


def _long_start(rng: Generator, size: int) -> Arguments:
    found = _weight(rng, size + 1, size + 2)
    return found | {"u": found["u"] * 1e3}


def _large_layer(rng: Generator, size: int) -> Arguments:
    return _weight(rng, 40 * size, 30 * size, n_power_iterations=3)


def _rows(w: Any) -> Any:
    return np.reshape(w, (len(w), -1))


def _by_svd(w: Any, u: Any, n_power_iterations: int = 1, eps: float = 1e-12) -> Three:
    sigma = float(np.linalg.norm(_rows(w), 2))
    return w / max(sigma, eps), sigma, spectral_norm(w, u, n_power_iterations, eps)[2]


def _frobenius(w: Any, u: Any, n_power_iterations: int = 1, eps: float = 1e-12) -> Three:
    sigma = float(np.linalg.norm(w))
    return w / max(sigma, eps), sigma, spectral_norm(w, u, n_power_iterations, eps)[2]


def _old_vector(w: Any, u: Any, **how: Any) -> Three:
    return *spectral_norm(w, u, **how)[:2], np.array(u)


def _always_one(w: Any, u: Any, **_: Any) -> Three:
    return spectral_norm(w, u)


def _not_divided(w: Any, u: Any, **how: Any) -> Three:
    _, sigma, new = spectral_norm(w, u, **how)
    return np.array(w), sigma, new


HIDDEN = Hidden(
    Exercise(
        name="spectral_norm",
        summary="Divide a weight by its largest singular value, found by power iteration.",
        parameters=(
            Parameter("w", "(F, C, HH, WW) filters; or (F, ...), as (F, D) of a linear layer"),
            Parameter("u", "(F,) array, the vector kept from the last step; of any length"),
            Parameter("n_power_iterations", "how many rounds, at least 1", "1"),
            Parameter("eps", "nothing is divided by less than this", "1e-12"),
        ),
        returns="w / sigma of w's shape, sigma (one number), and the new u (F,); floats",
        parts=(Part("w"), Part("sigma"), Part("u")),
        conventions=(
            "W is w as a matrix of F rows, axis 0 of w.",
            "A round: v = W.T u divided by its length, then u = W v divided by its length.",
            "After the last round sigma = u . W v. The exact singular value is not asked for.",
            "Every divisor, length or sigma, counts as eps where it is less: for w = 0 all are 0.",
            "w and u come back unchanged.",
        ),
        example=(
            (
                "spectral_norm(np.array([[3., 0.], [0., 4.]]), np.array([0., 2.]))",
                "(array([[0.75, 0.  ],\n       [0.  , 1.  ]]), 4.0, array([0., 1.]))",
            ),
        ),
    ),
    spectral_norm,
    (
        Family(Category.BASIC, "one round", _one_step, 3),
        Family(Category.BASIC, "several rounds", _several_steps),
        Family(Category.SHAPE, "square weights", _square, 1),
        Family(Category.SHAPE, "filters", _filters),
        Family(Category.SHAPE, "as many filters as channels, rows and columns", _as_long_as_wide),
        Family(Category.SHAPE, "filters along one axis", _along_one_axis, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer weights", _integers, 1),
        Family(Category.EDGE, "one row", _one_row, 1),
        Family(Category.EDGE, "one column", _one_column, 1),
        Family(Category.EDGE, "weights of rank 1", _rank_one, 1),
        Family(Category.EDGE, "all weights 0", _zeros, 1),
        Family(Category.EDGE, "so many rounds that u stands still", _converged, 1),
        Family(Category.EDGE, "u is long", _long_start, 1),
        Family(Category.STABILITY, "small weights", _small_weights, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _filters),
        Family(Category.LARGE, "a large layer", _large_layer, 1),
    ),
    (
        Suspect("sigma is the exact singular value, not that of the rounds asked for", _by_svd),
        Suspect("sigma is the Frobenius norm", _frobenius),
        Suspect("the u returned is the old one", _old_vector),
        Suspect("one round, whatever n_power_iterations says", _always_one),
        Suspect("the weight is not divided by sigma", _not_divided),
    ),
)
