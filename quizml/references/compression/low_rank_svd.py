"""Low-rank factorisation of a weight matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import narrow

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, Floats]


def low_rank_svd(w: ArrayLike, rank: int) -> Two:
    r"""Two thin matrices, a (m, r) and b (r, n), whose product is nearest to w (m, n).

    With $W = U \Sigma V^\top$ the best approximation of rank r is $U_r \Sigma_r V_r^\top$, its
    error $\sqrt{\sum_{i > r} \sigma_i^2}$ in the Frobenius norm. Here both factors take
    $\Sigma_r^{1/2}$; any other split gives the same product. r is from 1 to min(m, n); where w
    has a lower rank than r, the product is w itself.
    Source: Eckart and Young 1936, Psychometrika 1.

    >>> a, b = low_rank_svd([[3.0, 0.0], [0.0, 1.0]], 1)
    >>> (a @ b).round(6).tolist()
    [[3.0, 0.0], [0.0, 0.0]]
    """
    u, sigma, vt = np.linalg.svd(np.asarray(w, dtype=np.float64), full_matrices=False)
    root = np.sqrt(sigma[:rank])
    return u[:, :rank] * root, root[:, None] * vt[:rank]


def _matrix(rng: Generator, rows: int, columns: int, rank: int = 99) -> Floats:
    """Singular values that are well apart, and differ from 1."""
    u, _, vt = np.linalg.svd(rng.normal(size=(rows, columns)), full_matrices=False)
    count = min(rows, columns)
    sigma = rng.uniform(2, 3) * 0.75 ** np.arange(count) * (np.arange(count) < rank)
    return np.asarray(u * sigma @ vt, dtype=np.float64)


def _draw(rng: Generator, rows: int, columns: int) -> Arguments:
    rank = int(rng.integers(1, max(min(rows, columns), 2)))
    return {"w": _matrix(rng, rows, columns), "rank": rank}


def _one(rng: Generator, size: int) -> Arguments:
    return {"w": _matrix(rng, size + 2, size + 1), "rank": 1}


def _full(rng: Generator, size: int) -> Arguments:
    return {"w": _matrix(rng, size, size + 1), "rank": size}


def _deficient(rng: Generator, size: int) -> Arguments:
    return {"w": _matrix(rng, size + 2, size + 3, rank=1), "rank": 2}


def _zeros(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"w": np.zeros((size + 1, size)), "rank": 1}


def _integers(rng: Generator, size: int) -> Arguments:
    return {"w": rng.integers(-5, 6, (size + 2, size + 1)), "rank": 1}


def _many(rng: Generator, size: int) -> Arguments:
    return {"w": rng.normal(size=(35 * size, 20 * size)), "rank": 6}


def _well_apart(arguments: Arguments) -> bool:
    """Whether the last value that is kept is clearly above the first that is not."""
    sigma = np.linalg.svd(np.asarray(arguments["w"], dtype=np.float64), compute_uv=False)
    rank = min(arguments["rank"], len(sigma))
    apart = rank == len(sigma) or sigma[rank - 1] < 1e-9 or sigma[rank] < 0.98 * sigma[rank - 1]
    return bool(apart)


def _same_product(arguments: Arguments, expected: Any, got: Any) -> str:
    want, have = (np.asarray(a, np.float64) @ np.asarray(b, np.float64) for a, b in (expected, got))
    arrays = (np.asarray(arguments["w"]), *map(np.asarray, got))
    near = 1e-4 if any(a.dtype.kind == "f" and a.dtype.itemsize < 8 for a in arrays) else 1e-8
    off = np.abs(want - have).max(initial=0.0)
    if off <= near * np.abs(want).max(initial=0.0) + 1e-12:
        return ""
    return f"a @ b is not the nearest matrix of rank {arguments['rank']}: off by up to {off:.3g}"


def _without_sigma(w: Any, rank: int) -> Two:
    u, _, vt = np.linalg.svd(w, full_matrices=False)
    return u[:, :rank], vt[:rank]


def _twice_sigma(w: Any, rank: int) -> Two:
    u, sigma, vt = np.linalg.svd(w, full_matrices=False)
    return u[:, :rank] * sigma[:rank], sigma[:rank, None] * vt[:rank]


def _smallest(w: Any, rank: int) -> Two:
    u, sigma, vt = np.linalg.svd(w, full_matrices=False)
    return u[:, -rank:] * sigma[-rank:], vt[-rank:]


HIDDEN = Hidden(
    Exercise(
        name="low_rank_svd",
        summary="Two thin matrices in place of one: the best approximation of a given rank.",
        parameters=(
            Parameter("w", "(m, n) array, the weights of a linear layer"),
            Parameter("rank", "r, from 1 to min(m, n)"),
        ),
        returns="(a, b) of the shapes (m, r) and (r, n), floats",
        parts=(Part("a"), Part("b")),
        conventions=(
            "a @ b is the matrix of rank at most r nearest to w in the Frobenius norm.",
            "Any two matrices of these shapes with that product are right.",
            "w may be 0 or of lower rank than r, may hold integers, and comes back unchanged.",
        ),
        example=(
            (
                "np.matmul(*low_rank_svd(np.array([[3., 0.], [0., 1.]]), 1)).round(3) + 0",
                "array([[3., 0.], [0., 0.]])",
            ),
        ),
    ),
    low_rank_svd,
    (
        Family(Category.BASIC, "rank 1", _one, 4),
        Family(Category.BASIC, "another rank", lambda rng, size: _draw(rng, size + 2, size + 3), 4),
        Family(Category.SHAPE, "a tall matrix", lambda rng, size: _draw(rng, 3 * size, size + 1)),
        Family(Category.SHAPE, "a wide matrix", lambda rng, size: _draw(rng, size + 1, 3 * size)),
        Family(Category.SHAPE, "one row or column", lambda rng, size: _draw(rng, size + 1, 1)),
        Family(Category.DTYPE, "float32", lambda rng, size: narrow(_one(rng, size))),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "the full rank", _full),
        Family(Category.EDGE, "a rank higher than the matrix has", _deficient),
        Family(Category.EDGE, "a matrix of zeros", _zeros, 1),
        Family(Category.ALIASING, "w stays as it was", lambda rng, size: _draw(rng, size + 2, 4)),
        Family(Category.LARGE, "a large layer", _many, 1),
    ),
    (
        Suspect("the singular values are left out of both factors", _without_sigma),
        Suspect("the singular values are in both factors in full, so squared", _twice_sigma),
        Suspect("the smallest singular values are kept instead of the largest", _smallest),
    ),
    equivalent=_same_product,
    fair=_well_apart,
)
