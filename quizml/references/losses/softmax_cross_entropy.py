"""Cross-entropy of scores, and its gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.losses._shared import draw_labels, draw_logits, log_softmax

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]


def softmax_cross_entropy(logits: ArrayLike, labels: ArrayLike) -> tuple[float, Floats]:
    r"""The mean over the rows of $-\log p_y$, p the softmax of a row; and its gradient.

    logits (N, C), labels (N,) with values 0..C-1. The loss comes from the logarithms of softmax,
    -z_y + m + log sum_j e^(z_j - m), so no probability that underflowed meets a logarithm. The
    gradient on the logits is (p - one_hot(y)) / N; each of its rows sums to 0. A logit of -inf
    (a masked class) has the probability 0 and the gradient 0.
    Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 6.2.2.3.

    >>> loss, gradient = softmax_cross_entropy([[0.0, 0.0], [0.0, 1000.0]], [0, 1])
    >>> round(loss, 4), gradient.tolist()
    (0.3466, [[-0.25, 0.25], [0.0, 0.0]])
    """
    logs = log_softmax(logits)
    labels = np.asarray(labels)
    rows = np.arange(len(labels))
    gradient = np.exp(logs)
    gradient[rows, labels] -= 1
    return float(-logs[rows, labels].mean()), gradient / len(labels)


def _batch(rng: Generator, rows: int, classes: int) -> Arguments:
    return {
        "logits": draw_logits(rng, rows, classes),
        "labels": draw_labels(rng, rows, classes),
    }


def _small(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, 3)


def _more_classes(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, size + 3)


def _one_row(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 1, size + 2)


def _two_classes(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, 2)


def _square(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 2, size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"logits": drawn["logits"].astype(np.float32)}


def _integer_logits(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"logits": rng.integers(-3, 4, (size + 1, 3))}


def _narrow_labels(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"labels": drawn["labels"].astype(np.uint8)}


def _one_class(rng: Generator, size: int) -> Arguments:
    return {"logits": draw_logits(rng, size, 1), "labels": np.zeros(size, dtype=np.int64)}


def _same_label(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"labels": np.full(size + 1, rng.integers(0, 3))}


def _equal_logits(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size, 4) | {"logits": np.full((size, 4), rng.normal())}


def _huge(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"logits": drawn["logits"] + 1000.0 * rng.integers(1, 5)}


def _very_negative(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"logits": drawn["logits"] - 1000.0 * rng.integers(1, 5)}


def _sure_and_wrong(rng: Generator, size: int) -> Arguments:
    """The labelled class lies so far behind that its probability underflows to 0."""
    drawn = _small(rng, size)
    drawn["logits"][0, drawn["labels"][0]] -= 900.0 + 100.0 * rng.random()
    return drawn


def _rows_far_apart(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    levels = rng.permutation(2000.0 * np.arange(size + 1))[:, None]
    return drawn | {"logits": drawn["logits"] - levels}


def _masked(rng: Generator, size: int) -> Arguments:
    drawn = _batch(rng, size + 1, 4)
    drawn["logits"][np.arange(size + 1), (drawn["labels"] + 1) % 4] = -np.inf
    return drawn


def _many(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 200 * size, 25 * size)


def _gradient_of_sum(logits: Floats, labels: Integers) -> tuple[float, Floats]:
    loss, gradient = softmax_cross_entropy(logits, labels)
    return loss, gradient * len(labels)


def _summed(logits: Floats, labels: Integers) -> tuple[float, Floats]:
    loss, gradient = softmax_cross_entropy(logits, labels)
    return loss * len(labels), gradient * len(labels)


def _mean_over_everything(logits: Floats, labels: Integers) -> tuple[float, Floats]:
    loss, gradient = softmax_cross_entropy(logits, labels)
    return loss / len(logits[0]), gradient / len(logits[0])


def _uphill(logits: Floats, labels: Integers) -> tuple[float, Floats]:
    loss, gradient = softmax_cross_entropy(logits, labels)
    return loss, -gradient


def _probabilities_only(logits: Floats, labels: Integers) -> tuple[float, Floats]:
    loss, _ = softmax_cross_entropy(logits, labels)
    return loss, np.exp(log_softmax(logits)) / len(labels)


def _softmax_twice(logits: Floats, labels: Integers) -> tuple[float, Floats]:
    return softmax_cross_entropy(np.exp(log_softmax(logits)), labels)


def _unshifted(logits: Floats, labels: Integers) -> tuple[float, Floats]:
    powers = np.exp(logits)
    shares = powers / powers.sum(axis=1, keepdims=True)
    loss = -np.log(shares[np.arange(len(labels)), labels]).mean()
    return float(loss), (shares - np.eye(len(logits[0]))[labels]) / len(labels)


HIDDEN = Hidden(
    Exercise(
        name="softmax_cross_entropy",
        summary="Cross-entropy of scores (logits) with class indices, and its gradient.",
        parameters=(
            Parameter("logits", "(N, C) array of scores, floats or integers"),
            Parameter("labels", "(N,) array of the true classes, integers from 0 to C - 1"),
        ),
        returns="a tuple: the loss, one float, and its gradient on the logits, (N, C)",
        parts=(Part("loss"), Part("dlogits")),
        conventions=(
            "The loss is the mean over the N >= 1 rows; the gradient is that of the mean.",
            "Logits may be as large as 5,000 or as small as -5,000.",
            "A logit of -inf is a masked class, never the labelled one; its gradient is 0.",
            "logits and labels come back unchanged.",
        ),
        example=(
            (
                "softmax_cross_entropy(np.zeros((2, 2)), np.array([0, 1]))",
                "(0.6931471805599453, array([[-0.25,  0.25],\n       [ 0.25, -0.25]]))",
            ),
        ),
    ),
    softmax_cross_entropy,
    (
        Family(Category.BASIC, "a few rows of three classes", _small, 3),
        Family(Category.BASIC, "more classes", _more_classes),
        Family(Category.SHAPE, "one row", _one_row),
        Family(Category.SHAPE, "two classes", _two_classes),
        Family(Category.SHAPE, "as many rows as classes", _square),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer logits", _integer_logits),
        Family(Category.DTYPE, "labels of 8 bits", _narrow_labels, 1),
        Family(Category.EDGE, "one class", _one_class, 1),
        Family(Category.EDGE, "one label for all", _same_label),
        Family(Category.EDGE, "equal logits", _equal_logits),
        Family(Category.STABILITY, "huge logits", _huge),
        Family(Category.STABILITY, "very negative logits", _very_negative),
        Family(Category.STABILITY, "sure and wrong", _sure_and_wrong),
        Family(Category.STABILITY, "rows far apart", _rows_far_apart),
        Family(Category.STABILITY, "masked classes (-inf)", _masked),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "hundreds of rows", _many, 1),
    ),
    (
        Suspect("the gradient is not divided by the number of rows", _gradient_of_sum),
        Suspect("the losses of the rows are added; their mean is asked", _summed),
        Suspect("the mean runs over the classes, too", _mean_over_everything),
        Suspect("the gradient has the wrong sign: it is p - one_hot", _uphill),
        Suspect("the 1 of the true class is not subtracted in the gradient", _probabilities_only),
        Suspect("softmax is applied twice", _softmax_twice),
        Suspect("the maximum is not subtracted before the exponential", _unshifted),
    ),
)
