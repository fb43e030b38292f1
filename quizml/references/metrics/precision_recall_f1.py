"""Precision, recall and F1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Three = tuple[float, float, float]


def precision_recall_f1(
    y_true: ArrayLike, y_pred: ArrayLike, average: str = "binary", zero_division: float = 0.0
) -> Three:
    r"""Precision $TP/(TP+FP)$, recall $TP/(TP+FN)$ and $F_1 = 2TP/(2TP+FP+FN)$.

    y_true and y_pred are labels, (N,). "binary" looks at class 1 alone. Otherwise each class
    that occurs in either array is the positive one in turn: "micro" adds up the counts of all
    classes before dividing, "macro" averages the three numbers of each class, "weighted" does
    so with the number of real samples of each class as weights. So macro F1 is the mean of the
    classes' F1, not the F1 of the mean precision and recall. 0/0 is `zero_division`.
    Source: scikit-learn, sklearn.metrics.precision_recall_fscore_support.

    >>> precision_recall_f1([1, 1, 1, 0], [1, 0, 0, 0])
    (1.0, 0.3333333333333333, 0.5)
    """
    truth, called = (np.asarray(labels).astype(np.intp) for labels in (y_true, y_pred))
    if not truth.size:
        return (float(zero_division),) * 3
    classes = np.array([1]) if average == "binary" else np.union1d(truth, called)
    real, said = truth == classes[:, None], called == classes[:, None]
    counts = np.array([(real & said).sum(axis=1), said.sum(axis=1), real.sum(axis=1)])
    if average == "micro":
        counts = counts.sum(axis=1, keepdims=True)
    hits, positives, members = counts
    weights = members if average == "weighted" else np.ones(len(members))

    def mean_share(parts: NDArray[Any], wholes: NDArray[Any]) -> float:
        shares = np.full(len(parts), float(zero_division))
        np.divide(parts, wholes, out=shares, where=wholes > 0)
        return float(np.average(shares, weights=weights))

    return (
        mean_share(hits, positives),
        mean_share(hits, members),
        mean_share(2 * hits, positives + members),
    )


def _labels(y_true: NDArray[Any], y_pred: NDArray[Any], **rest: Any) -> Arguments:
    return {"y_true": y_true, "y_pred": y_pred, **rest}


def _noisy(rng: Generator, y_true: NDArray[Any], names: list[int]) -> NDArray[Any]:
    """Predictions of which about half are right."""
    return np.where(rng.random(len(y_true)) < 0.5, y_true, rng.choice(names, len(y_true)))


def _of_counts(rng: Generator, tp: int, fp: int, fn: int, tn: int) -> tuple[NDArray[Any], ...]:
    order = rng.permutation(tp + fp + fn + tn)
    y_true, y_pred = (
        np.repeat([1, 0, 1, 0], [tp, fp, fn, tn]),
        np.repeat([1, 0], [tp + fp, fn + tn]),
    )
    return y_true[order], y_pred[order]


def _binary(rng: Generator, size: int) -> Arguments:
    """FP and FN differ, so that precision and recall do."""
    tp, tn, few = rng.integers(1, 2 + 2 * size, 3)
    fp, fn = rng.permutation([few, few + 1 + rng.integers(0, size)])
    return _labels(*_of_counts(rng, tp, fp, fn, tn))


def _classes(rng: Generator, size: int, average: str) -> Arguments:
    """Classes of different sizes, each recognised at least once; the second is often guessed."""
    y_true = np.repeat([0, 1, 2, 3], [3 + 4 * size, 2 + size, 1 + size, 2])
    y_pred = np.where(y_true == 3, 1, _noisy(rng, y_true, [0, 1, 2]))
    firsts = np.unique(y_true, return_index=True)[1]
    y_pred[firsts] = y_true[firsts]
    y_pred[firsts[0] + 1] = 1
    order = rng.permutation(len(y_true))
    return _labels(y_true[order], y_pred[order], average=average)


def _never_called(rng: Generator, size: int) -> Arguments:
    found = _classes(rng, size, str(rng.choice(["macro", "weighted"])))
    found["y_pred"][found["y_pred"] == 3] = 1
    return found


def _macro(rng: Generator, size: int) -> Arguments:
    return _classes(rng, size, "macro")


def _weighted(rng: Generator, size: int) -> Arguments:
    return _classes(rng, size, "weighted")


def _micro(rng: Generator, size: int) -> Arguments:
    return _classes(rng, size, "micro")


def _truth_values(rng: Generator, size: int) -> Arguments:
    return {name: labels.astype(bool) for name, labels in _binary(rng, size).items()}


def _bytes(rng: Generator, size: int) -> Arguments:
    return {name: labels.astype(np.uint8) for name, labels in _binary(rng, size).items()}


def _zero_division(rng: Generator) -> Arguments:
    return {"zero_division": 1.0} if rng.random() < 0.5 else {}


def _none_called(rng: Generator, size: int) -> Arguments:
    return _labels(*_of_counts(rng, 0, 0, size + 1, size + 2), **_zero_division(rng))


def _none_real(rng: Generator, size: int) -> Arguments:
    return _labels(*_of_counts(rng, 0, size + 1, 0, size), **_zero_division(rng))


def _no_positives(rng: Generator, size: int) -> Arguments:
    return _labels(*_of_counts(rng, 0, 0, 0, size + 1), zero_division=float(rng.integers(0, 2)))


def _one_for_nothing(rng: Generator, size: int) -> Arguments:
    return _never_called(rng, size) | {"zero_division": 1.0}


def _no_hits(rng: Generator, size: int) -> Arguments:
    return _labels(*_of_counts(rng, 0, size, size + 1, 1))


def _perfect(rng: Generator, size: int) -> Arguments:
    return _labels(*_of_counts(rng, size + 1, 0, 0, size))


def _gaps(rng: Generator, size: int) -> Arguments:
    """Labels such as 0, 3 and 7: the classes between them do not exist."""
    names = [0, 3, int(rng.integers(5, 9))]
    y_true = rng.permutation(np.repeat(names, 2 * size))
    y_pred = _noisy(rng, y_true, names)
    y_pred[:2] = y_true[:2]
    return _labels(y_true, y_pred, average="macro")


def _only_predicted(rng: Generator, size: int) -> Arguments:
    found = _classes(rng, size, "macro")
    found["y_pred"][np.flatnonzero(found["y_true"] == 0)[-1]] = 4
    return found


def _no_samples(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _labels(np.zeros(0, int), np.zeros(0, int), zero_division=float(rng.integers(0, 2)))


def _many(rng: Generator, size: int) -> Arguments:
    y_true = rng.integers(0, 12, 500 * size)
    return _labels(y_true, _noisy(rng, y_true, list(range(12))), average="macro")


def _swapped(*args: Any, **named: Any) -> Three:
    precision, recall, f1 = precision_recall_f1(*args, **named)
    return recall, precision, f1


def _f1_of_means(*args: Any, **named: Any) -> Three:
    precision, recall, _ = precision_recall_f1(*args, **named)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-12)


def _arithmetic(*args: Any, **named: Any) -> Three:
    precision, recall, _ = precision_recall_f1(*args, **named)
    return precision, recall, (precision + recall) / 2


def _averaging(kind: str, instead: str, cause: str) -> Suspect:
    def answer(
        y_true: Any, y_pred: Any, average: str = "binary", zero_division: float = 0.0
    ) -> Three:
        average = instead if average == kind else average
        return precision_recall_f1(y_true, y_pred, average, zero_division)

    return Suspect(cause, answer)


def _always_zero(y_true: Any, y_pred: Any, average: str = "binary", **_: Any) -> Three:
    return precision_recall_f1(y_true, y_pred, average)


HIDDEN = Hidden(
    Exercise(
        name="precision_recall_f1",
        summary="Precision, recall and F1 of predicted labels.",
        parameters=(
            Parameter("y_true", "(N,) array of labels from 0 upwards: the truth"),
            Parameter("y_pred", "(N,) array of labels: what the model said"),
            Parameter("average", "'binary', 'micro', 'macro' or 'weighted'", "'binary'"),
            Parameter("zero_division", "what 0/0 counts as", "0.0"),
        ),
        returns="a tuple of three numbers: precision, recall, F1",
        parts=(Part("precision"), Part("recall"), Part("f1")),
        conventions=(
            "'binary': labels are 0 and 1 (or False and True); the class 1 is the positive one.",
            "'micro': TP, FP and FN are added up over the classes before anything is divided.",
            "'macro': each of the three is averaged over the classes with equal weight (F1, too).",
            "'weighted': like 'macro', weighted by the number of samples that really are of it.",
            "The classes are those that occur in y_true or y_pred; no others.",
            "F1 is 2 TP / (2 TP + FP + FN).",
            "A share whose denominator is 0 is zero_division; without samples all three are.",
        ),
        example=(
            (
                "precision_recall_f1(np.array([1, 1, 1, 0]), np.array([1, 1, 0, 1]))[1]",
                "0.6666666666666666",
            ),
        ),
    ),
    precision_recall_f1,
    (
        Family(Category.BASIC, "two classes", _binary, 3),
        Family(Category.BASIC, "several classes, macro", _macro),
        Family(Category.BASIC, "several classes, weighted", _weighted),
        Family(Category.BASIC, "several classes, micro", _micro),
        Family(Category.DTYPE, "True and False", _truth_values),
        Family(Category.DTYPE, "uint8 labels", _bytes),
        Family(Category.EDGE, "nothing is called positive", _none_called),
        Family(Category.EDGE, "nothing is positive", _none_real),
        Family(Category.EDGE, "neither called nor positive", _no_positives),
        Family(Category.EDGE, "everything is wrong about the positives", _no_hits, 1),
        Family(Category.EDGE, "everything is right", _perfect, 1),
        Family(Category.EDGE, "a class that is never called", _never_called),
        Family(Category.EDGE, "0/0 counts as 1 in a mean", _one_for_nothing),
        Family(Category.EDGE, "labels with gaps", _gaps),
        Family(Category.EDGE, "a class that is only predicted", _only_predicted, 1),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _macro, 1),
        Family(Category.LARGE, "thousands of samples", _many, 1),
    ),
    (
        Suspect("precision and recall are swapped", _swapped),
        Suspect("F1 is taken of the mean precision and recall; average the F1s", _f1_of_means),
        Suspect("the arithmetic mean in place of the harmonic one", _arithmetic),
        _averaging("macro", "micro", "counts are added up ('micro') where 'macro' was asked"),
        _averaging("weighted", "macro", "'weighted' is not weighted by the real samples"),
        _averaging("binary", "macro", "'binary' looks at class 1 only, not at both classes"),
        Suspect("the argument `zero_division` is ignored", _always_zero),
    ),
)
