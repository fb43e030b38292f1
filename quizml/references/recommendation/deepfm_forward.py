"""Forward pass of DeepFM."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def deepfm_forward(
    ids: ArrayLike,
    bias: float,
    linear: ArrayLike,
    embeddings: ArrayLike,
    weights: Sequence[ArrayLike],
    biases: Sequence[ArrayLike],
) -> Floats:
    r"""Click probabilities (N,): the sigmoid of $y_{FM} + y_{DNN}$.

    ids (N, F) names the feature that is 1 in each of F fields; linear (V,) and embeddings (V, k)
    hold a weight and a vector for each of all V features. $y_{FM} = b + \sum_f w_f + \sum_{f<g}
    \langle e_f, e_g \rangle$. The same embeddings, side by side as a vector of F k numbers, feed
    the deep part: relu after every layer but the last, which has one unit. The sigmoid is taken as
    exp of -log(1 + e^-y), so a score of -800 gives no overflow.
    Source: Guo et al. 2017, arXiv:1703.04247, equations 1 to 4.

    >>> layers = [[[0.5], [0.0], [0.0], [1.0]]], [[0.25]]
    >>> y = deepfm_forward([[0, 1]], -7.0, [1.0, 2.0], [[1.0, 0.5], [2.0, 1.0]], *layers)
    >>> round(float(y[0]), 4)  # sigmoid of -7 + (1 + 2) + 2.5 + (0.5 + 1 + 0.25) = 0.25
    0.5622
    """
    ids, table = np.asarray(ids), np.asarray(embeddings, dtype=np.float64)
    fields = table[ids]
    first_order = np.asarray(linear, dtype=np.float64)[ids].sum(axis=1)
    second_order = (fields.sum(axis=1) ** 2 - (fields**2).sum(axis=1)).sum(axis=1) / 2
    deep = fields.reshape(len(ids), ids.shape[1] * table.shape[1])
    for place, (weight, offset) in enumerate(zip(weights, biases, strict=True)):
        deep = deep @ np.asarray(weight, np.float64) + np.asarray(offset, np.float64)
        if place < len(weights) - 1:
            deep = np.maximum(deep, 0.0)
    scores = bias + first_order + second_order + deep[:, 0]
    return np.asarray(np.exp(-np.logaddexp(0.0, -scores)))


def _drawn(rng: Generator, n: int, fields: int, k: int, hidden: tuple[int, ...]) -> Arguments:
    """Every field has ids of its own, four of them."""
    sizes = (fields * k, *hidden, 1)
    pairs = list(pairwise(sizes))
    return {
        "ids": rng.integers(0, 4, (n, fields)) + 4 * np.arange(fields),
        "bias": float(rng.normal()),
        "linear": rng.normal(0, 0.5, 4 * fields),
        "embeddings": rng.normal(0, 0.6, (4 * fields, k)),
        "weights": [rng.normal(0, 1 / np.sqrt(a), (a, b)) for a, b in pairs],
        "biases": [rng.normal(0, 0.5, b) for _, b in pairs],
    }


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, 3, 2, (size + 1,))


def _two_hidden(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 2, 2, 3, (size + 2, size + 1))


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 1, size + 1, 2, (3,))


def _square(rng: Generator, size: int) -> Arguments:
    """As many samples as fields as factors: axes that are mixed up go unnoticed by shape."""
    return _drawn(rng, size + 1, size + 1, size + 1, (2,))


def _one_factor(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, 3, 1, (2,))


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    narrow = {name: drawn[name].astype(np.float32) for name in ("linear", "embeddings")}
    layers = {n: [array.astype(np.float32) for array in drawn[n]] for n in ("weights", "biases")}
    return drawn | narrow | layers


def _small_ids(rng: Generator, size: int) -> Arguments:
    drawn = _some(rng, size)
    return drawn | {"ids": drawn["ids"].astype(np.uint8)}


def _no_hidden(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, 3, 2, ())


def _one_field(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, size + 1, 1, 3, (3,))


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 0, size, 2, (3,))


def _far_out(rng: Generator, size: int) -> Arguments:
    """The first sample's score is near 750, those without its first feature are near -750."""
    drawn = _some(rng, size)
    drawn["linear"][drawn["ids"][0, 0]] += 1500.0
    return drawn | {"bias": -750.0 + float(rng.normal())}


def _large(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 125 * size, 10, 8, (16, 8))


def _shared(bias: float, linear: Any, embeddings: Any, **rest: Any) -> Floats:
    """The score of everything, as the others below take it apart."""
    return _logit(deepfm_forward(bias=bias, linear=linear, embeddings=embeddings, **rest))


def _logit(p: Floats) -> Floats:
    return np.asarray(np.log(p) - np.log1p(-p))


def _sigmoid(z: Any) -> Floats:
    return np.asarray(1 / (1 + np.exp(-z)))


def _crosses(ids: Any, embeddings: Any) -> Any:
    fields = embeddings[ids]
    return (fields.sum(axis=1) ** 2 - (fields**2).sum(axis=1)).sum(axis=1) / 2


def _scores_only(**given: Any) -> Floats:
    return _shared(**given)


def _without_crosses(**given: Any) -> Floats:
    return _sigmoid(_shared(**given) - _crosses(given["ids"], given["embeddings"]))


def _crosses_twice(**given: Any) -> Floats:
    return _sigmoid(_shared(**given) + _crosses(given["ids"], given["embeddings"]))


def _without_linear(**given: Any) -> Floats:
    return deepfm_forward(**given | {"linear": np.zeros_like(given["linear"])})


def _without_deep(**given: Any) -> Floats:
    nothing = {name: [0 * array for array in given[name]] for name in ("weights", "biases")}
    return deepfm_forward(**given | nothing)


HIDDEN = Hidden(
    Exercise(
        name="deepfm_forward",
        summary="Forward pass of DeepFM for one-hot fields: FM and MLP on the same embeddings.",
        parameters=(
            Parameter("ids", "array (N, F) of integers: the feature that is 1, in each field"),
            Parameter("bias", "a float: the bias of the FM part"),
            Parameter("linear", "array (V,): the first-order weight of every feature"),
            Parameter("embeddings", "array (V, k): the vector of every feature"),
            Parameter("weights", "a list of arrays (inputs, outputs): the layers of the MLP"),
            Parameter("biases", "a list of arrays (outputs,): their biases"),
        ),
        returns="array (N,) of floats: the click probabilities",
        conventions=(
            "A sample's features have the value 1; ids count through all fields, from 0 to V - 1.",
            "FM: bias + the sum of linear + the sum over pairs of fields of <e_f, e_g>.",
            "MLP: its input is the F embeddings side by side, in the order of the fields.",
            "relu follows every layer but the last, which has one output. There may be one layer.",
            "The answer is sigmoid(FM + MLP). Scores may be as large as 800 or as low as -800.",
            "F is at least 1; N may be 0. The inputs come back unchanged.",
        ),
        example=(
            (
                "deepfm_forward([[0, 1]], 0.0, [1, 2], [[1], [2]], [[[-1], [-2]]], [[0]])",
                "array([0.5])",
            ),
        ),
    ),
    deepfm_forward,
    (
        Family(Category.BASIC, "three fields, one hidden layer", _some, 4),
        Family(Category.BASIC, "two hidden layers", _two_hidden),
        Family(Category.SHAPE, "one sample", _one_sample),
        Family(Category.SHAPE, "all counts alike", _square),
        Family(Category.SHAPE, "one factor", _one_factor, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "ids in bytes", _small_ids, 1),
        Family(Category.EDGE, "no hidden layer", _no_hidden),
        Family(Category.EDGE, "one field", _one_field),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.STABILITY, "scores far from 0", _far_out),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "hundreds of samples", _large, 1),
    ),
    (
        Suspect("the score itself: the sigmoid is missing", _scores_only),
        Suspect("the crosses of the FM part are missing", _without_crosses),
        Suspect("every cross counts twice: the factor 1/2 is missing", _crosses_twice),
        Suspect("the first-order weights are missing", _without_linear),
        Suspect("the MLP is missing", _without_deep),
    ),
)
