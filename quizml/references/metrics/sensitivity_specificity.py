"""Sensitivity and specificity of a test at one threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.metrics import _drawing as drawing

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike

    Two = tuple[float, float]


def sensitivity_specificity(y_true: ArrayLike, y_score: ArrayLike, threshold: float = 0.5) -> Two:
    r"""Share of the ill that test positive, share of the healthy that test negative.

    Sensitivity $TP/(TP+FN)$ looks at the real positives only, specificity $TN/(TN+FP)$ at the
    real negatives only, so neither depends on how common the illness is. A score of at least
    the threshold is a positive result. Without real positives (negatives) there is no
    sensitivity (specificity): NaN.
    Source: Fawcett 2006, An introduction to ROC analysis, doi:10.1016/j.patrec.2005.10.010.

    >>> sensitivity_specificity([1, 1, 0, 0, 0], [0.9, 0.4, 0.6, 0.2, 0.1])
    (0.5, 0.6666666666666666)
    """
    ill = np.asarray(y_true).astype(bool)
    positive = np.asarray(y_score, dtype=np.float64) >= threshold
    sensitivity = np.mean(positive[ill]) if ill.any() else np.nan
    specificity = np.mean(~positive[~ill]) if not ill.all() else np.nan
    return float(sensitivity), float(specificity)


def _default(rng: Generator, size: int) -> Arguments:
    """Different numbers of both classes, none of the four cells empty, TP rarer than FP."""
    ill, healthy = int(rng.integers(3, 4 + size)), int(rng.integers(5, 6 + 2 * size))
    tp, fp = int(rng.integers(1, ill - 1)), int(rng.integers(2, healthy - 1))
    y_true = np.repeat([1, 0], [ill, healthy])
    said = np.concatenate([np.arange(ill) < tp, np.arange(healthy) < fp])
    y_score = np.round(np.where(said, 0.52, 0.04) + rng.uniform(0, 0.44, len(said)), 3)
    order = rng.permutation(len(said))
    return drawing.both(y_true[order], y_score[order])


def _at(rng: Generator, size: int, threshold: float) -> Arguments:
    """The same cells, but the border lies elsewhere."""
    found = _default(rng, size)
    found["y_score"] = np.round(found["y_score"] - 0.5 + threshold, 3)
    return found | {"threshold": threshold}


def _other_threshold(rng: Generator, size: int) -> Arguments:
    return _at(rng, size, float(rng.choice([0.1, 0.2, 0.8, 0.9])))


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _other_threshold(rng, size)
    return found | {"y_score": found["y_score"].astype(np.float32)}


def _truth_values(rng: Generator, size: int) -> Arguments:
    found = _default(rng, size)
    return found | {"y_true": found["y_true"].astype(bool)}


def _whole_scores(rng: Generator, size: int) -> Arguments:
    """Points of a questionnaire."""
    found = _default(rng, size)
    found["y_score"] = np.rint(40 * found["y_score"]).astype(np.int64)
    return found | {"threshold": 20}


def _logits(rng: Generator, size: int) -> Arguments:
    found = _default(rng, size)
    found["y_score"] = np.round(20 * (found["y_score"] - 0.5), 2)
    return found | {"threshold": 0.0}


def _on_the_border(rng: Generator, size: int) -> Arguments:
    """Of each class somebody has exactly the threshold, a power of two."""
    found = _default(rng, size)
    for label in (0, 1):
        found["y_score"][np.argmax(found["y_true"] == label)] = 0.5
    shift = float(rng.choice([-0.25, 0.0, 0.25]))
    return drawing.both(found["y_true"], found["y_score"] + shift) | {"threshold": 0.5 + shift}


def _all_ill(rng: Generator, size: int) -> Arguments:
    return drawing.one_class(rng, size, 1)


def _all_healthy(rng: Generator, size: int) -> Arguments:
    return drawing.one_class(rng, size, 0)


def _all_positive(rng: Generator, size: int) -> Arguments:
    found = _default(rng, size)
    return found | {"threshold": float(rng.choice([-1.0, 0.0]))}


def _none_positive(rng: Generator, size: int) -> Arguments:
    found = _default(rng, size)
    return found | {"threshold": float(rng.choice([1.0, 1.5]))}


def _tiny_scores(rng: Generator, size: int) -> Arguments:
    found = _default(rng, size)
    return drawing.both(found["y_true"], found["y_score"] * 1e-12) | {"threshold": 5e-13}


def _many(rng: Generator, size: int) -> Arguments:
    return drawing.scored(rng, 300 * size, 700 * size) | {"threshold": 0.6}


def _threshold_is_clear(arguments: Arguments) -> bool:
    """No score is nearly the threshold; exactly it is fair in quarters, which are exact."""
    threshold = arguments.get("threshold", 0.5)
    gaps = np.abs(np.asarray(arguments["y_score"], dtype=np.float64) - threshold)
    exact = (gaps == 0) & (4 * threshold == round(4 * threshold))
    return bool(np.all(exact | (gaps > 1e-5 * abs(threshold))))


def _strictly(y_true: Any, y_score: Any, threshold: float = 0.5) -> Two:
    return sensitivity_specificity(y_true, y_score, float(np.nextafter(threshold, np.inf)))


def _swapped(*args: Any, **named: Any) -> Two:
    sensitivity, specificity = sensitivity_specificity(*args, **named)
    return specificity, sensitivity


def _false_alarms(*args: Any, **named: Any) -> Two:
    sensitivity, specificity = sensitivity_specificity(*args, **named)
    return sensitivity, 1 - specificity


def _default_threshold(y_true: Any, y_score: Any, threshold: float = 0.5) -> Two:  # noqa: ARG001
    return sensitivity_specificity(y_true, y_score)


def _of_the_called(y_true: Any, y_score: Any, threshold: float = 0.5) -> Two:
    """The two predictive values: the same counts over those that were called so."""
    return sensitivity_specificity(y_score >= threshold, y_true, 0.5)


def _zero_for_nothing(*args: Any, **named: Any) -> Two:
    sensitivity, specificity = np.nan_to_num(sensitivity_specificity(*args, **named))
    return float(sensitivity), float(specificity)


HIDDEN = Hidden(
    Exercise(
        name="sensitivity_specificity",
        summary="Sensitivity and specificity of scores that are cut at a threshold.",
        parameters=(
            Parameter("y_true", "(N,) array of labels: 1 (or True) is ill, 0 (or False) healthy"),
            Parameter("y_score", "(N,) array of scores, floats or integers of any size"),
            Parameter("threshold", "scores of at least this much count as positive", "0.5"),
        ),
        returns="a tuple of two numbers: sensitivity, specificity",
        parts=(Part("sensitivity"), Part("specificity")),
        conventions=(
            "A score equal to the threshold is a positive result.",
            "Without a single ill person the sensitivity is NaN.",
            "Without a single healthy person the specificity is NaN.",
            "There is at least one person; the inputs come back unchanged.",
        ),
        example=(
            (
                "sensitivity_specificity(np.array([1, 1, 0, 0]), np.array([0.9, 0.4, 0.2, 0.1]))",
                "(0.5, 1.0)",
            ),
        ),
    ),
    sensitivity_specificity,
    (
        Family(Category.BASIC, "the threshold 0.5", _default, 3),
        Family(Category.BASIC, "another threshold", _other_threshold, 3),
        Family(Category.DTYPE, "float32 scores", _single_precision),
        Family(Category.DTYPE, "labels True and False", _truth_values),
        Family(Category.DTYPE, "whole scores", _whole_scores),
        Family(Category.EDGE, "scores of either sign", _logits),
        Family(Category.EDGE, "scores exactly at the threshold", _on_the_border, 3),
        Family(Category.EDGE, "everybody is ill", _all_ill, 1),
        Family(Category.EDGE, "everybody is healthy", _all_healthy, 1),
        Family(Category.EDGE, "everybody tests positive", _all_positive, 1),
        Family(Category.EDGE, "nobody tests positive", _none_positive, 1),
        Family(Category.STABILITY, "very small scores", _tiny_scores, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _default, 1),
        Family(Category.LARGE, "thousands of people", _many, 1),
    ),
    (
        Suspect("sensitivity and specificity are swapped", _swapped),
        Suspect("a score equal to the threshold counts as negative (> in place of >=)", _strictly),
        Suspect("the second number is the false positive rate, 1 - specificity", _false_alarms),
        Suspect("the counts are divided by those called positive or negative", _of_the_called),
        Suspect("the argument `threshold` is ignored", _default_threshold),
        Suspect("0 where a class is missing; there is no such share (NaN)", _zero_for_nothing),
    ),
    fair=_threshold_is_clear,
)
