"""Loss of decoupled knowledge distillation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.losses._shared import draw_distillation, log_softmax

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def dkd_loss(
    student_logits: ArrayLike,
    teacher_logits: ArrayLike,
    labels: ArrayLike,
    alpha: float = 1.0,
    beta: float = 8.0,
    temperature: float = 4.0,
) -> float:
    r"""The mean over the rows of $T^2 (\alpha\,TCKD + \beta\,NCKD)$.

    Both logits are (N, C), labels (N,); everything is taken at the temperature T. TCKD is the KL
    divergence of teacher and student as to "the label, or another class", the pairs
    (p_y, 1 - p_y); NCKD that among the other C - 1 classes, renormalised to sum to 1. Classic
    distillation is T^2 (TCKD + (1 - p_y) NCKD), p_y the teacher's. The logarithm of 1 - p_y is
    that of the other classes' sum, so nothing cancels where p_y is nearly 1.
    Source: Zhao et al. 2022, arXiv:2203.08679, and the authors' code (mdistiller) for T^2.

    >>> round(dkd_loss([[0.0, 0.0, 0.0]], [[3.0, 1.0, 0.0]], [0], temperature=1.0), 4)
    1.4446
    """
    labels = np.asarray(labels)
    student = log_softmax(np.asarray(student_logits, dtype=np.float64) / temperature)
    teacher = log_softmax(np.asarray(teacher_logits, dtype=np.float64) / temperature)
    is_other = np.arange(student.shape[1]) != labels[:, None]
    own_s, own_t = student[~is_other], teacher[~is_other]
    rest_s, rest_t = (logs[is_other].reshape(len(labels), -1) for logs in (student, teacher))
    other_s, other_t = (np.logaddexp.reduce(rest, axis=1) for rest in (rest_s, rest_t))
    rest_s, rest_t = log_softmax(rest_s), log_softmax(rest_t)
    tckd = np.exp(own_t) * (own_t - own_s) + np.exp(other_t) * (other_t - other_s)
    nckd = (np.exp(rest_t) * (rest_t - rest_s)).sum(axis=1)
    return float(temperature**2 * (alpha * tckd + beta * nckd).mean())


def _small(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 1, 4)


def _more_classes(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 1, size + 4)


def _other_temperature(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"temperature": float(rng.choice([1.0, 2.0, 8.0]))}


def _other_weights(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {
        "alpha": float(rng.choice([0.5, 2.0])),
        "beta": float(rng.choice([0.25, 1.0, 3.0])),
    }


def _one_row(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, 1, size + 3)


def _square(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 2, size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return {
        name: value if name == "labels" else value.astype(np.float32)
        for name, value in drawn.items()
    }


def _integers(rng: Generator, size: int) -> Arguments:
    """Rounded, and one step apart, lest student and teacher be equal."""
    drawn = _small(rng, size)
    rounded = {name: np.rint(value).astype(np.int64) for name, value in drawn.items()}
    rounded["teacher_logits"][:, 0] = rounded["student_logits"][:, 0] + 2
    return rounded


def _two_classes(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 2, 2)


def _target_only(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"beta": 0.0}


def _others_only(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"alpha": 0.0}


def _uniform_student(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"student_logits": np.zeros((size + 1, 4))}


def _huge(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    moved = {name: drawn[name] + 4000.0 for name in ("student_logits", "teacher_logits")}
    return drawn | moved


def _sure_teacher(rng: Generator, size: int) -> Arguments:
    """Its other probabilities underflow, and still have shares among themselves."""
    drawn = _small(rng, size)
    drawn["teacher_logits"][np.arange(size + 1), drawn["labels"]] += 5000.0
    return drawn


def _sure_student(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    drawn["student_logits"][np.arange(size + 1), drawn["labels"]] += 5000.0
    return drawn


def _many(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, 50 * size, 25 * size)


def _classic(student: Any, teacher: Any, temperature: float) -> Floats:
    """KL of the whole distributions, a number a row."""
    s, t = log_softmax(student / temperature), log_softmax(teacher / temperature)
    return np.asarray(temperature**2 * (np.exp(t) * (t - s)).sum(axis=1))


def _coupled(
    student_logits: Any, teacher_logits: Any, labels: Any, alpha: float = 1.0, **rest: float
) -> float:
    """NCKD with the weight 1 - p_y besides."""
    temperature, beta = rest.get("temperature", 4.0), rest.get("beta", 8.0)
    whole = float(_classic(student_logits, teacher_logits, temperature).mean())
    target = dkd_loss(student_logits, teacher_logits, labels, 1.0, 0.0, temperature)
    return alpha * target + beta * (whole - target)


def _by_prediction(student_logits: Any, teacher_logits: Any, labels: Any, **rest: float) -> float:
    del labels
    return dkd_loss(student_logits, teacher_logits, teacher_logits.argmax(axis=1), **rest)


def _not_squared(student_logits: Any, teacher_logits: Any, labels: Any, **rest: float) -> float:
    right = dkd_loss(student_logits, teacher_logits, labels, **rest)
    return right / rest.get("temperature", 4.0) ** 2


def _reversed(student_logits: Any, teacher_logits: Any, labels: Any, **rest: float) -> float:
    return dkd_loss(teacher_logits, student_logits, labels, **rest)


def _swapped(
    student_logits: Any,
    teacher_logits: Any,
    labels: Any,
    alpha: float = 1.0,
    beta: float = 8.0,
    temperature: float = 4.0,
) -> float:
    return dkd_loss(student_logits, teacher_logits, labels, beta, alpha, temperature)


def _plain(student_logits: Any, teacher_logits: Any, labels: Any, **rest: float) -> float:
    del labels
    temperature = rest.get("temperature", 4.0)
    return float(_classic(student_logits, teacher_logits, temperature).mean())


HIDDEN = Hidden(
    Exercise(
        name="dkd_loss",
        summary="Decoupled knowledge distillation: the label's share, and the rest by itself.",
        parameters=(
            Parameter("student_logits", "(N, C) array of the student's scores"),
            Parameter("teacher_logits", "(N, C) array of the teacher's scores"),
            Parameter("labels", "(N,) array of the true classes, integers from 0 to C - 1"),
            Parameter("alpha", "weight of TCKD", "1.0"),
            Parameter("beta", "weight of NCKD", "8.0"),
            Parameter("temperature", "T, above 0: both logits are divided by it", "4.0"),
        ),
        returns="one float, T**2 * (alpha * TCKD + beta * NCKD): the mean over the N rows",
        conventions=(
            "TCKD is KL(teacher || student) of the pairs (p_y, 1 - p_y), y the label.",
            "NCKD is KL(teacher || student) of the other C - 1 classes, renormalised to sum to 1.",
            "Both are taken at temperature T; NCKD is 0 for C = 2.",
            "Logits (floats or integers) may be as large as 5,000 or as small as -5,000.",
            "The inputs come back unchanged.",
        ),
        example=(
            (
                "round(dkd_loss(np.zeros((1, 3)), np.array([[4.0, 4.0, 0.0]]), np.array([0])), 4)",
                "14.4755",
            ),
        ),
    ),
    dkd_loss,
    (
        Family(Category.BASIC, "a few rows of four classes", _small, 3),
        Family(Category.BASIC, "more classes", _more_classes),
        Family(Category.BASIC, "another temperature", _other_temperature, 3),
        Family(Category.BASIC, "other weights", _other_weights),
        Family(Category.SHAPE, "one row", _one_row),
        Family(Category.SHAPE, "as many rows as classes", _square),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer logits", _integers),
        Family(Category.EDGE, "two classes", _two_classes),
        Family(Category.EDGE, "beta 0", _target_only),
        Family(Category.EDGE, "alpha 0", _others_only),
        Family(Category.EDGE, "a student without a clue", _uniform_student, 1),
        Family(Category.STABILITY, "huge logits", _huge),
        Family(Category.STABILITY, "a teacher who is sure", _sure_teacher),
        Family(Category.STABILITY, "a student who is sure", _sure_student),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "hundreds of rows", _many, 1),
    ),
    (
        Suspect("NCKD still has the factor 1 - p_y of classic distillation", _coupled),
        Suspect("the split is by the teacher's prediction; it is by the label", _by_prediction),
        Suspect("the factor T squared is missing", _not_squared),
        Suspect("KL(student || teacher) instead of KL(teacher || student)", _reversed),
        Suspect("alpha and beta are swapped", _swapped),
        Suspect("this is classic distillation, not decoupled", _plain),
    ),
)
