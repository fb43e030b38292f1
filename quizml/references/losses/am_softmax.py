"""AM-softmax (CosFace): softmax of cosines with a margin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.losses._shared import draw_labels, log_softmax

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def am_softmax(
    features: ArrayLike,
    weights: ArrayLike,
    labels: ArrayLike,
    scale: float = 30.0,
    margin: float = 0.35,
) -> float:
    r"""The mean over the rows of $-\log$ softmax at the label, of scaled cosines with a margin.

    features (N, D), weights (C, D), a row a class, labels (N,). The logit of class j is
    scale * cos(feature, weight_j); the label's is scale * (cos - margin). Feature and weight are
    both divided by their length, and there is no bias.
    Source: Wang et al. 2018, arXiv:1801.05599; CosFace, arXiv:1801.09414, is the same.

    >>> x, w = [[2.0, 0.0]], [[1.0, 0.0], [0.0, 3.0]]
    >>> round(am_softmax(x, w, [0], scale=2.0, margin=0.5), 4)
    0.3133
    """
    x, w = (np.asarray(each, dtype=np.float64) for each in (features, weights))
    x = x / np.linalg.norm(x, axis=1, keepdims=True)
    w = w / np.linalg.norm(w, axis=1, keepdims=True)
    rows, labels = np.arange(len(x)), np.asarray(labels)
    logits = x @ w.T
    logits[rows, labels] -= margin
    return float(-log_softmax(scale * logits)[rows, labels].mean())


def _batch(rng: Generator, samples: int, classes: int, width: int) -> Arguments:
    """Features half like the weight of their class, of any length."""
    labels = draw_labels(rng, samples, classes)
    weights = rng.normal(0, 1, (classes, width))
    features = weights[labels] + rng.normal(0, 1, (samples, width))
    return {
        "features": rng.uniform(0.5, 3, (samples, 1)) * features,
        "weights": rng.uniform(0.5, 3, (classes, 1)) * weights,
        "labels": labels,
    }


def _small(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, 3, 4)


def _more_classes(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, size + 4, 3)


def _other_margin(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"margin": float(rng.choice([0.1, 0.2, 0.5]))}


def _other_scale(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"scale": float(rng.choice([1.0, 10.0, 64.0]))}


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 1, size + 2, size + 1)


def _square(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 2, size + 2, size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return {n: x if n == "labels" else x.astype(np.float32) for n, x in drawn.items()}


def _integers(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    whole = {
        n: np.where(drawn[n] > 0, 1, -1) * rng.integers(1, 4, drawn[n].shape)
        for n in ("features", "weights")
    }
    return drawn | whole


def _no_margin(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"margin": 0.0}


def _features_on_weights(rng: Generator, size: int) -> Arguments:
    """The cosine of the label is 1; a small scale, so that it still costs something."""
    drawn = _small(rng, size)
    features = 2 * drawn["weights"][drawn["labels"]]
    return drawn | {"features": features, "scale": 4.0, "margin": 0.5}


def _opposite(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"features": -drawn["weights"][drawn["labels"]]}


def _equal_weights(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {
        "weights": np.tile(drawn["weights"][:1], (3, 1)),
        "margin": round(float(rng.uniform(0.1, 0.5)), 2),
    }


def _large_scale(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"scale": 2000.0}


def _short(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {n: 1e-6 * drawn[n] for n in ("features", "weights")}


def _many(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 150 * size, 25 * size, 16)


def _not_solved(arguments: Arguments) -> bool:
    """A loss near 0 is the difference of numbers that are not: last digits would decide."""
    lengths = [np.linalg.norm(arguments[n], axis=1) for n in ("features", "weights")]
    return all(np.all(each > 0) for each in lengths) and am_softmax(**arguments) > 0.05


def _of_logits(logits: Floats, labels: Any) -> float:
    return float(-log_softmax(logits)[np.arange(len(labels)), labels].mean())


def _cosines(features: Any, weights: Any) -> Floats:
    x, w = (each / np.linalg.norm(each, axis=1, keepdims=True) for each in (features, weights))
    return np.asarray(x @ w.T)


def _no_margin_at_all(features: Any, weights: Any, labels: Any, **rest: float) -> float:
    return am_softmax(features, weights, labels, rest.get("scale", 30.0), 0.0)


def _margin_added(features: Any, weights: Any, labels: Any, **rest: float) -> float:
    scale, margin = rest.get("scale", 30.0), rest.get("margin", 0.35)
    return am_softmax(features, weights, labels, scale, -margin)


def _margin_outside(features: Any, weights: Any, labels: Any, **rest: float) -> float:
    scale, margin = rest.get("scale", 30.0), rest.get("margin", 0.35)
    return am_softmax(features, weights, labels, scale, margin / scale)


def _arcface(features: Any, weights: Any, labels: Any, **rest: float) -> float:
    logits, rows = _cosines(features, weights), np.arange(len(labels))
    angles = np.arccos(np.clip(logits[rows, labels], -1, 1))
    logits[rows, labels] = np.cos(angles + rest.get("margin", 0.35))
    return _of_logits(rest.get("scale", 30.0) * logits, labels)


def _distances(features: Any, weights: Any, labels: Any, **rest: float) -> float:
    logits = 1 - _cosines(features, weights)
    logits[np.arange(len(labels)), labels] -= rest.get("margin", 0.35)
    return _of_logits(rest.get("scale", 30.0) * logits, labels)


def _raw_weights(features: Any, weights: Any, labels: Any, **rest: float) -> float:
    logits = _cosines(features, weights) * np.linalg.norm(weights, axis=1)
    logits[np.arange(len(labels)), labels] -= rest.get("margin", 0.35)
    return _of_logits(rest.get("scale", 30.0) * logits, labels)


def _raw_features(features: Any, weights: Any, labels: Any, **rest: float) -> float:
    logits = _cosines(features, weights) * np.linalg.norm(features, axis=1, keepdims=True)
    logits[np.arange(len(labels)), labels] -= rest.get("margin", 0.35)
    return _of_logits(rest.get("scale", 30.0) * logits, labels)


def _unscaled(features: Any, weights: Any, labels: Any, **rest: float) -> float:
    return am_softmax(features, weights, labels, 1.0, rest.get("margin", 0.35))


HIDDEN = Hidden(
    Exercise(
        name="am_softmax",
        summary="AM-softmax loss (CosFace): cross-entropy of scaled cosines with a margin.",
        parameters=(
            Parameter("features", "(N, D) array, a feature vector a row"),
            Parameter("weights", "(C, D) array, the weight vector of a class a row"),
            Parameter("labels", "(N,) array of the true classes, integers from 0 to C - 1"),
            Parameter("scale", "s, the factor of all cosines, above 0", "30.0"),
            Parameter("margin", "m, taken from the cosine of the true class, at least 0", "0.35"),
        ),
        returns="one float, the loss: the mean over the N rows",
        conventions=(
            "Logits are s * cos(theta_j), and s * (cos(theta_y) - m) for the label y; no bias.",
            "Features and weights come unnormalised, of lengths down to 1e-7; none is zero.",
            "The scale may be as large as 2,000; C >= 2.",
            "The inputs come back unchanged.",
        ),
        example=(
            (
                "round(am_softmax(np.array([[2.0, 0.0]]), np.eye(2), np.array([1])), 4)",
                "40.5",
            ),
        ),
        closeness=Closeness(rtol=1e-6),
    ),
    am_softmax,
    (
        Family(Category.BASIC, "a few rows of three classes", _small, 3),
        Family(Category.BASIC, "more classes", _more_classes),
        Family(Category.BASIC, "another margin", _other_margin),
        Family(Category.BASIC, "another scale", _other_scale),
        Family(Category.SHAPE, "one row", _one_sample),
        Family(Category.SHAPE, "as many rows, classes, dimensions", _square),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "margin 0", _no_margin),
        Family(Category.EDGE, "features along their weights", _features_on_weights),
        Family(Category.EDGE, "features opposite to their weights", _opposite, 1),
        Family(Category.EDGE, "equal weights", _equal_weights, 1),
        Family(Category.STABILITY, "a large scale", _large_scale),
        Family(Category.STABILITY, "very short vectors", _short),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "hundreds of rows", _many, 1),
    ),
    (
        Suspect("the margin is missing", _no_margin_at_all),
        Suspect("the margin is added; it has to be taken from the true cosine", _margin_added),
        Suspect("the margin is taken after scaling: s * cos - m", _margin_outside),
        Suspect("the margin is on the angle (that is ArcFace)", _arcface),
        Suspect("cosine distances 1 - cos are used for similarities", _distances),
        Suspect("the weights are not normalised", _raw_weights),
        Suspect("the features are not normalised", _raw_features),
        Suspect("the argument `scale` is ignored", _unscaled),
    ),
    fair=_not_solved,
)
