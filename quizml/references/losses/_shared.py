"""What several losses share: the logarithm of softmax, and how their arguments are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.hidden import Arguments

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]


def log_softmax(x: ArrayLike) -> Floats:
    """Logarithms of the softmax along the last axis: x - m - log sum_j e^(x_j - m).

    m is the largest entry, so no exponent is above 0 and the sum is at least 1.

    >>> log_softmax([1000.0, 1000.0]).round(4).tolist()
    [-0.6931, -0.6931]
    """
    wide = np.asarray(x, dtype=np.float64)
    shifted = wide - wide.max(axis=-1, keepdims=True)
    logs: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return logs


def draw_labels(rng: Generator, count: int, classes: int) -> Integers:
    """Class indices; the first and the last class are among them if there are two places."""
    labels = rng.integers(0, classes, count)
    if count > 1:
        labels[rng.choice(count, 2, replace=False)] = 0, classes - 1
    return labels


def draw_logits(rng: Generator, *shape: int) -> Floats:
    """Scores as an untrained or half-trained model gives them."""
    return rng.normal(0, 2, shape)


def draw_distillation(rng: Generator, rows: int, classes: int) -> Arguments:
    """A teacher who is mostly right, in the first row wrong, and a student half way."""
    labels = draw_labels(rng, rows, classes)
    student = draw_logits(rng, rows, classes)
    teacher = 0.3 * student + rng.normal(0, 1.5, (rows, classes))
    favoured = labels.copy()
    favoured[0] = (labels[0] + 1) % classes
    teacher[np.arange(rows), favoured] = teacher.max(axis=1) + rng.uniform(0.5, 3, rows)
    return {"student_logits": student, "teacher_logits": teacher, "labels": labels}
