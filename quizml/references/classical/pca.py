"""Principal component analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Found = tuple[Floats, Floats, Floats]


def pca(x: ArrayLike, k: int) -> Found:
    r"""Coordinates along the k directions of largest variance, the directions, the variances.

    x (n, d) holds a sample a row, n at least 2. With the centred samples $X = U S V^T$ (SVD,
    singular values falling), the components are the first k rows of $V^T$ (k, d), the
    coordinates $X V_k$ (n, k), and the variances $S_i^2 / (n - 1)$ (k,): the eigenvalues of
    the covariance matrix, which itself is never formed. k is at most min(n - 1, d). The sign of
    a component is free; here its largest entry is positive. Source: Bishop, Pattern Recognition
    and Machine Learning (2006), section 12.1; scikit-learn's PCA.

    >>> coordinates, components, variances = pca([[0.0, 1.0], [2.0, 1.0], [4.0, 1.0]], 1)
    >>> coordinates.ravel().tolist(), components.tolist(), variances.round(6).tolist()
    ([-2.0, 0.0, 2.0], [[1.0, 0.0]], [4.0])
    """
    samples = np.asarray(x, dtype=np.float64)
    centred = samples - samples.mean(axis=0)
    _, singular, directions = np.linalg.svd(centred, full_matrices=False)
    components = directions[:k]
    largest = np.abs(components).argmax(axis=1)
    components = components * np.where(components[np.arange(k), largest] < 0, -1, 1)[:, None]
    return centred @ components.T, components, singular[:k] ** 2 / (len(samples) - 1)


def _turned(rng: Generator, n: int, d: int, k: int) -> Arguments:
    """Samples spread differently along d directions that are not the axes."""
    axes, _ = np.linalg.qr(rng.normal(0, 1, (d, d)))
    spread = 4.0 / 1.7 ** np.arange(d)
    x = (rng.normal(0, 1, (n, d)) * spread) @ axes + rng.uniform(-5, 5, d)
    return {"x": x, "k": k}


def _plane(rng: Generator, size: int) -> Arguments:
    return _turned(rng, 2 * size + 3, 2, 1)


def _some(rng: Generator, size: int) -> Arguments:
    return _turned(rng, 3 * size + 4, 4, int(rng.integers(2, 4)))


def _all_components(rng: Generator, size: int) -> Arguments:
    return _turned(rng, 2 * size + 5, 3, 3)


def _wide(rng: Generator, size: int) -> Arguments:
    """Fewer samples than features, as with images: the covariance is singular."""
    return _turned(rng, size + 3, size + 6, 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_some(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"x": np.rint(3 * found["x"]).astype(np.int64)}


def _two_samples(rng: Generator, size: int) -> Arguments:
    return {"x": rng.uniform(-5, 5, (2, size + 2)), "k": 1}


def _one_feature(rng: Generator, size: int) -> Arguments:
    return {"x": rng.uniform(-5, 5, (size + 3, 1)), "k": 1}


def _constant_feature(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size) | {"k": 2}
    found["x"][:, 1] = rng.uniform(-5, 5)
    return found


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"x": found["x"] + 2e5}


def _many(rng: Generator, size: int) -> Arguments:
    return _turned(rng, 200 * size, 12, 3)


def _well_apart(arguments: Arguments) -> bool:
    """Whether the variances differ enough to fix the directions."""
    x = np.asarray(arguments["x"], dtype=np.float64)
    singular = np.linalg.svd(x - x.mean(axis=0), compute_uv=False)
    variances = np.append(singular**2, 0.0)[: arguments["k"] + 1]
    return bool(variances[0] > 0.01 and np.all(-np.diff(variances) > 0.02 * variances[0]))


def _up_to_signs(arguments: Arguments, expected: Any, got: Any) -> str:
    single = any(a.dtype == np.float32 for a in (arguments["x"], *got))
    near = 1e-4 if single else 1e-7
    flip = np.where((expected[1] * got[1]).sum(axis=1) < 0, -1.0, 1.0)
    turned = got[0] * flip, got[1] * flip[:, None], got[2]
    for name, want, have in zip(
        ("coordinates", "components", "variances"), expected, turned, strict=True
    ):
        if not np.all(np.abs(have - want) <= near * np.abs(want).max()):
            return f"{name} differ, whatever the signs of the components"
    return ""


def _covariance(x: NDArray[Any], k: int, ddof: int = 1) -> Found:
    coordinates, components, variances = pca(x, k)
    return coordinates, components, variances * (len(x) - 1) / (len(x) - ddof)


def _by_n(x: NDArray[Any], k: int) -> Found:
    return _covariance(x, k, 0)


def _scatter(x: NDArray[Any], k: int) -> Found:
    return _covariance(x, k, len(x) - 1)


def _uncentred(x: NDArray[Any], k: int) -> Found:
    mirrored = np.concatenate([x, -x]).astype(np.float64)
    coordinates, components, variances = pca(mirrored, k)
    return coordinates[: len(x)], components, variances * (2 * len(x) - 1) / 2 / (len(x) - 1)


def _smallest(x: NDArray[Any], k: int) -> Found:
    parts = pca(x, min(len(x) - 1, x.shape[1]))
    return parts[0][:, ::-1][:, :k], parts[1][::-1][:k], parts[2][::-1][:k]


def _ratios(x: NDArray[Any], k: int) -> Found:
    coordinates, components, variances = pca(x, k)
    return coordinates, components, variances / np.var(x, axis=0, ddof=1).sum()


def _uncentred_coordinates(x: NDArray[Any], k: int) -> Found:
    _, components, variances = pca(x, k)
    return np.asarray(x @ components.T), components, variances


HIDDEN = Hidden(
    Exercise(
        name="pca",
        summary="Project samples on their directions of largest variance.",
        parameters=(
            Parameter("x", "(n, d) array of n samples, a row each, n at least 2"),
            Parameter("k", "how many components, 1 <= k <= min(n - 1, d)"),
        ),
        returns="the coordinates (n, k), the unit directions (k, d), their variances (k,)",
        parts=(Part("coordinates"), Part("components"), Part("variances")),
        conventions=(
            "The mean of each feature is subtracted first; features are not scaled.",
            "Components are rows of length 1, by falling variance. Each may have either sign.",
            "A column of coordinates goes with the sign of its component.",
            "The variances divide by n - 1. They are not shares of the whole.",
            "The k + 1 largest variances are distinct.",
            "x may hold integers, and comes back unchanged.",
        ),
        example=(
            (
                "pca(np.array([[0.0, 1.0], [2.0, 1.0], [4.0, 1.0]]), 1)",
                "(array([[-2.],\n       [ 0.],\n       [ 2.]]), array([[1., 0.]]), array([4.]))",
            ),
        ),
    ),
    pca,
    (
        Family(Category.BASIC, "points of a plane", _plane, 3),
        Family(Category.BASIC, "two or three components of four", _some, 4),
        Family(Category.SHAPE, "as many components as features", _all_components),
        Family(Category.SHAPE, "more features than samples", _wide, 3),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "two samples", _two_samples),
        Family(Category.EDGE, "one feature", _one_feature, 1),
        Family(Category.EDGE, "a constant feature", _constant_feature),
        Family(Category.STABILITY, "far from 0", _far_from_zero),
        Family(Category.ALIASING, "the input stays as it was", _some),
        Family(Category.LARGE, "hundreds of samples", _many, 1),
    ),
    (
        Suspect("the variances divide by n; here by n - 1", _by_n),
        Suspect("the scatter matrix X^T X is not divided by n - 1", _scatter),
        Suspect("the samples are not centred", _uncentred),
        Suspect(
            "the directions are right, but x is projected without centring", _uncentred_coordinates
        ),
        Suspect("the components of smallest variance (eigh sorts ascending)", _smallest),
        Suspect("shares of the whole variance instead of the variances", _ratios),
    ),
    equivalent=_up_to_signs,
    fair=_well_apart,
)
