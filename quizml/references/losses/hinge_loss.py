"""Hinge loss of a binary classifier, and its slope."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def hinge_loss(scores: ArrayLike, labels: ArrayLike) -> tuple[float, Floats]:
    r"""The mean over the samples of $\max(0, 1 - y f)$, and a subgradient on the scores f.

    scores (N,) are raw, labels (N,) are -1 or +1. The slope of a sample is -y / N where its
    margin y f is below 1, else 0; exactly at margin 1, where the loss has a kink and any slope
    between is a subgradient, it is 0. Source: Cortes & Vapnik 1995, Support-Vector Networks,
    with the slack of the soft margin written as a loss.

    >>> loss, slopes = hinge_loss([2.0, -0.5, 0.5], [1, 1, -1])
    >>> loss, slopes.round(4).tolist()
    (1.0, [0.0, -0.3333, 0.3333])
    """
    y = np.asarray(labels, dtype=np.float64)
    gaps = 1 - y * np.asarray(scores, dtype=np.float64)
    slopes = np.where(gaps > 0, -y, 0.0) / len(y)
    return float(np.maximum(gaps, 0).mean()), slopes


def _signs(rng: Generator, count: int) -> Floats:
    """Both labels, if there is room for two."""
    return rng.permutation(2.0 * (np.arange(count) % 2) - 1)


def _samples(rng: Generator, count: int) -> Arguments:
    """Beyond the margin, inside it and on the wrong side, by turns."""
    margins = rng.uniform([1.1, 0.1, -3.0], [3.0, 0.9, -0.1], (count, 3))
    labels = _signs(rng, count)
    return {"scores": labels * margins[np.arange(count), np.arange(count) % 3], "labels": labels}


def _few(rng: Generator, size: int) -> Arguments:
    return _samples(rng, size + 2)


def _more(rng: Generator, size: int) -> Arguments:
    return _samples(rng, 4 * size + 2)


def _one_sample(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"scores": rng.normal(0, 0.4, 1), "labels": rng.choice([-1.0, 1.0], 1)}


def _single_precision(rng: Generator, size: int) -> Arguments:
    return {name: value.astype(np.float32) for name, value in _few(rng, size).items()}


def _integers(rng: Generator, size: int) -> Arguments:
    labels = _signs(rng, size + 2).astype(np.int64)
    scores = rng.choice([-3, -2, 0, 2, 3], size + 2)
    scores[0] = -2 * labels[0]
    return {"scores": scores, "labels": labels}


def _small_integer_labels(rng: Generator, size: int) -> Arguments:
    drawn = _few(rng, size)
    return drawn | {"labels": drawn["labels"].astype(np.int8)}


def _all_beyond(rng: Generator, size: int) -> Arguments:
    labels = _signs(rng, size + 2)
    return {"scores": labels * rng.uniform(1.1, 4, size + 2), "labels": labels}


def _all_wrong(rng: Generator, size: int) -> Arguments:
    labels = _signs(rng, size + 2)
    return {"scores": -labels * rng.uniform(0.1, 4, size + 2), "labels": labels}


def _at_the_margin(rng: Generator, size: int) -> Arguments:
    """The first margin is exactly 1, the second is not."""
    drawn = _few(rng, size)
    drawn["scores"][0] = drawn["labels"][0]
    return drawn


def _scores_zero(rng: Generator, size: int) -> Arguments:
    drawn = _few(rng, size)
    drawn["scores"][::2] = 0.0
    return drawn


def _one_class(rng: Generator, size: int) -> Arguments:
    drawn = _few(rng, size)
    return drawn | {"labels": np.full(size + 2, rng.choice([-1.0, 1.0]))}


def _huge(rng: Generator, size: int) -> Arguments:
    labels = _signs(rng, size + 2)
    scores = rng.normal(0, 1e6, size + 2)
    scores[0] = -1e6 * labels[0]
    return {"scores": scores, "labels": labels}


def _many(rng: Generator, size: int) -> Arguments:
    return _samples(rng, 30_000 * size)


def _summed(scores: Floats, labels: Floats) -> tuple[float, Floats]:
    loss, slopes = hinge_loss(scores, labels)
    return loss * len(labels), slopes * len(labels)


def _slope_of_sum(scores: Floats, labels: Floats) -> tuple[float, Floats]:
    loss, slopes = hinge_loss(scores, labels)
    return loss, slopes * len(labels)


def _unclipped(scores: Floats, labels: Floats) -> tuple[float, Floats]:
    return float((1 - labels * scores).mean()), -labels / len(labels)


def _every_slope(scores: Floats, labels: Floats) -> tuple[float, Floats]:
    return hinge_loss(scores, labels)[0], -labels / len(labels)


def _no_margin(scores: Floats, labels: Floats) -> tuple[float, Floats]:
    gaps = -labels * scores
    return float(np.maximum(gaps, 0).mean()), np.where(gaps > 0, -labels, 0.0) / len(labels)


def _squared(scores: Floats, labels: Floats) -> tuple[float, Floats]:
    gaps = np.maximum(1 - labels * scores, 0.0)
    return float((gaps**2).mean()), -2 * labels * gaps / len(labels)


def _uphill(scores: Floats, labels: Floats) -> tuple[float, Floats]:
    loss, slopes = hinge_loss(scores, labels)
    return loss, -slopes


def _slope_at_margin(scores: Floats, labels: Floats) -> tuple[float, Floats]:
    loss, _ = hinge_loss(scores, labels)
    return loss, np.where(labels * scores <= 1, -labels, 0.0) / len(labels)


def _from_zero_one(scores: Floats, labels: Floats) -> tuple[float, Floats]:
    return hinge_loss(scores, 2 * labels - 1)


HIDDEN = Hidden(
    Exercise(
        name="hinge_loss",
        summary="Hinge loss of a binary classifier, and its subgradient on the scores.",
        parameters=(
            Parameter("scores", "(N,) array of raw scores f, floats or integers"),
            Parameter("labels", "(N,) array of the labels y: -1 or +1, floats or integers"),
        ),
        returns="a tuple: the loss, one float, and a subgradient on the scores, (N,) floats",
        parts=(Part("loss"), Part("dscores")),
        conventions=(
            "The loss is the mean of max(0, 1 - y * f); dscores belongs to that mean; N >= 1.",
            "Where y * f is exactly 1 the subgradient is 0.",
            "scores and labels come back unchanged.",
        ),
        example=(
            (
                "hinge_loss(np.array([2.0, 0.5]), np.array([1, -1]))",
                "(0.75, array([0. , 0.5]))",
            ),
        ),
    ),
    hinge_loss,
    (
        Family(Category.BASIC, "a few samples", _few, 3),
        Family(Category.BASIC, "more samples", _more, 3),
        Family(Category.SHAPE, "one sample", _one_sample),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "labels of 8 bits", _small_integer_labels),
        Family(Category.EDGE, "all beyond the margin", _all_beyond, 1),
        Family(Category.EDGE, "all on the wrong side", _all_wrong, 1),
        Family(Category.EDGE, "a sample exactly at the margin", _at_the_margin),
        Family(Category.EDGE, "scores of 0", _scores_zero),
        Family(Category.EDGE, "one class only", _one_class),
        Family(Category.STABILITY, "huge scores", _huge),
        Family(Category.ALIASING, "the inputs stay as they were", _few),
        Family(Category.LARGE, "tens of thousands of samples", _many, 1),
    ),
    (
        Suspect("a sample exactly at the margin gets a slope", _slope_at_margin),
        Suspect("the losses are added; their mean is asked", _summed),
        Suspect("the subgradient is not divided by N", _slope_of_sum),
        Suspect("losses below 0 are kept: max(0, ...) is missing", _unclipped),
        Suspect("samples beyond the margin still have a slope", _every_slope),
        Suspect("the margin of 1 is missing (that is the perceptron's loss)", _no_margin),
        Suspect("this is the squared hinge loss", _squared),
        Suspect("the subgradient has the wrong sign: it is -y, not y", _uphill),
        Suspect("labels are taken for 0 and 1; they are -1 and +1", _from_zero_one),
    ),
)
