"""EM for a mixture of normal distributions on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.classical import _draw as drawing
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Found = tuple[Floats, Floats, Floats]


def em_gmm_1d(
    x: ArrayLike, weights: ArrayLike, means: ArrayLike, variances: ArrayLike, n_iter: int = 1
) -> Found:
    r"""Weights, means and variances (k,) of the components after `n_iter` rounds of EM.

    E: the share of component j in sample i of x (n,) is
    $r_{ij} = w_j N(x_i; \mu_j, \sigma_j^2) / \sum_l w_l N(x_i; \mu_l, \sigma_l^2)$, computed
    from logarithms, for all densities of a far sample may be rounded to 0.
    M: with $N_j = \sum_i r_{ij}$ the new weight is $N_j / n$, the new mean
    $\sum_i r_{ij} x_i / N_j$, the new variance $\sum_i r_{ij} (x_i - \mu_j)^2 / N_j$ around the
    **new** mean. Source: Dempster, Laird & Rubin 1977; Bishop, Pattern Recognition and Machine
    Learning (2006), section 9.2.2.

    >>> w, m, v = em_gmm_1d([0.0, 1.0, 9.0, 11.0], [0.5, 0.5], [0.0, 10.0], [1.0, 1.0])
    >>> w.round(6).tolist(), m.round(6).tolist(), v.round(6).tolist()
    ([0.5, 0.5], [0.5, 10.0], [0.25, 1.0])
    """
    samples = np.asarray(x, dtype=np.float64)[:, None]
    w, m, v = (np.asarray(given, dtype=np.float64) for given in (weights, means, variances))
    for _ in range(n_iter):
        logs = np.log(w) - (np.log(2 * np.pi * v) + (samples - m) ** 2 / v) / 2
        shares = np.exp(logs - logs.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        counts = shares.sum(axis=0)
        m = (shares * samples).sum(axis=0) / counts
        v = (shares * (samples - m) ** 2).sum(axis=0) / counts
        w = counts / len(samples)
    return w, m, v


def _mixture(rng: Generator, n: int, k: int, n_iter: int = 1) -> Arguments:
    """Overlapping components, and a start that is off."""
    places = np.cumsum(rng.uniform(3, 6, k)) + rng.uniform(-12, 0)
    chosen = rng.permutation(np.arange(n) % k)
    weights = rng.uniform(0.5, 1.5, k)
    return {
        "x": places[chosen] + rng.normal(0, 1.3, n),
        "weights": weights / weights.sum(),
        "means": places + rng.uniform(-1.5, 1.5, k),
        "variances": rng.uniform(1, 5, k),
        "n_iter": n_iter,
    }


def _one_round(rng: Generator, size: int) -> Arguments:
    found = _mixture(rng, 3 * size + 6, 2)
    del found["n_iter"]
    return found


def _some_rounds(rng: Generator, size: int) -> Arguments:
    return _mixture(rng, 4 * size + 8, 2, int(rng.integers(2, 5)))


def _three_components(rng: Generator, size: int) -> Arguments:
    return _mixture(rng, 6 * size + 9, 3, 2)


def _one_component(rng: Generator, size: int) -> Arguments:
    return _mixture(rng, size + 4, 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return drawing.narrow(_one_round(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _one_round(rng, size)
    rounded = {name: np.rint(found[name]).astype(np.int64) for name in ("x", "means")}
    return found | rounded | {"variances": rng.integers(1, 5, 2)}


def _no_rounds(rng: Generator, size: int) -> Arguments:
    return _mixture(rng, size + 5, 2, 0)


def _equal_components(rng: Generator, size: int) -> Arguments:
    """Two components that are alike can never part."""
    found = _mixture(rng, size + 5, 2, 2)
    return found | {"means": np.full(2, found["means"][0]), "variances": np.full(2, 3.0)}


def _far_sample(rng: Generator, size: int) -> Arguments:
    """All densities at it are rounded to 0."""
    found = _mixture(rng, 3 * size + 6, 2, 1)
    found["x"][0] = float(rng.choice([-1, 1]) * rng.uniform(400, 900))
    return found


def _many(rng: Generator, size: int) -> Arguments:
    return _mixture(rng, 500 * size, 3, 5)


def _alive(arguments: Arguments) -> bool:
    """Whether every component keeps samples, and none shrinks to a point."""
    for rounds in range(arguments.get("n_iter", 1) + 1):
        with np.errstate(all="ignore"):
            w, _, v = em_gmm_1d(**arguments | {"n_iter": rounds})
        if not (np.all(w * len(arguments["x"]) > 0.5) and np.all(v > 0.05)):
            return False
    return True


def _round(given: Arguments, change: Any) -> Found:
    """The rounds, with each one's answer (before, shares, after) changed."""
    w, m, v = (np.asarray(given[n], dtype=np.float64) for n in ("weights", "means", "variances"))
    found: Found = (w, m, v)
    for _ in range(given.get("n_iter", 1)):
        x = np.asarray(given["x"], dtype=np.float64)
        w, m, v = found
        logs = np.log(w) - (np.log(v) + (x[:, None] - m) ** 2 / v) / 2
        shares = np.exp(logs - logs.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        found = change(x[:, None], found, shares, em_gmm_1d(x, w, m, v))
    return found


def _old_means(**given: Any) -> Found:
    def change(x: Floats, before: Found, r: Floats, after: Found) -> Found:
        return after[0], after[1], (r * (x - before[1]) ** 2).sum(axis=0) / r.sum(axis=0)

    return _round(given, change)


def _hard(**given: Any) -> Found:
    def change(x: Floats, before: Found, r: Floats, after: Found) -> Found:  # noqa: ARG001
        r = (r == r.max(axis=1, keepdims=True)).astype(np.float64)
        counts = np.maximum(r.sum(axis=0), 1e-9)
        m = (r * x).sum(axis=0) / counts
        return counts / len(x), m, (r * (x - m) ** 2).sum(axis=0) / counts + 1e-9

    return _round(given, change)


def _same_weights(**given: Any) -> Found:
    return _round(given, lambda _x, before, _r, after: (before[0], after[1], after[2]))


def _deviations(**given: Any) -> Found:
    found = em_gmm_1d(**given)
    return found[0], found[1], np.sqrt(found[2])


def _once(**given: Any) -> Found:
    return em_gmm_1d(**given | {"n_iter": 1})


HIDDEN = Hidden(
    Exercise(
        name="em_gmm_1d",
        summary="Rounds of EM for a mixture of normal distributions of one variable.",
        parameters=(
            Parameter("x", "(n,) array of samples"),
            Parameter("weights", "(k,) array of the components' weights, positive, of sum 1"),
            Parameter("means", "(k,) array of their means"),
            Parameter("variances", "(k,) array of their variances, positive"),
            Parameter("n_iter", "how many rounds, 0 or more", "1"),
        ),
        returns="the weights, means and variances (k,) after the rounds",
        parts=(Part("weights"), Part("means"), Part("variances")),
        conventions=(
            "A round is an E step with the current parameters, then an M step for all of them.",
            "The new variances are around the new means, and divide by the sum of the shares.",
            "Exactly n_iter rounds are made, without an early end; after 0 the start comes back.",
            "A sample may be hundreds of deviations away from every mean; its shares sum to 1.",
            "No component dies out or shrinks to a point.",
            "Work in float64, whatever the inputs hold; they come back unchanged.",
        ),
        example=(
            (
                "em_gmm_1d(np.array([0, 1, 9]), np.array([1]), np.array([0]), np.array([1]))",
                "(array([1.]), array([3.33333333]), array([16.22222222]))",
            ),
        ),
        closeness=Closeness(1e-6, 1e-8),
    ),
    em_gmm_1d,
    (
        Family(Category.BASIC, "one round", _one_round, 3),
        Family(Category.BASIC, "several rounds", _some_rounds, 3),
        Family(Category.SHAPE, "three components", _three_components),
        Family(Category.SHAPE, "one component", _one_component),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "no rounds", _no_rounds, 1),
        Family(Category.EDGE, "two components alike", _equal_components),
        Family(Category.STABILITY, "a sample far away", _far_sample, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _some_rounds),
        Family(Category.LARGE, "thousands of samples", _many, 1),
    ),
    (
        Suspect("the variances are taken around the old means", _old_means),
        Suspect("each sample goes wholly to its likeliest component, as in k-means", _hard),
        Suspect("the weights of the components are not updated", _same_weights),
        Suspect("standard deviations instead of variances", _deviations),
        Suspect("the argument `n_iter` is ignored", _once),
    ),
    fair=_alive,
)
