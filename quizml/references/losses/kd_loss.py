"""Loss of knowledge distillation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.losses._shared import draw_distillation, log_softmax

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike


def kd_loss(
    student_logits: ArrayLike,
    teacher_logits: ArrayLike,
    labels: ArrayLike,
    temperature: float = 4.0,
    alpha: float = 0.5,
) -> float:
    r"""The mean over the rows of $(1 - \alpha) CE + \alpha T^2 KL(q_t \| q_s)$.

    Both logits are (N, C), labels (N,). CE is the student's cross-entropy with the labels at
    temperature 1; q_t and q_s are the softmaxes of teacher and student at temperature T, and
    KL = sum_k q_t log(q_t / q_s), summed over the classes. T^2 makes up for the gradients of
    the soft part, which shrink like 1 / T^2. Working with logarithms, a class to which the
    teacher gives 0 adds 0. Source: Hinton, Vinyals, Dean 2015, arXiv:1503.02531, section 2.

    >>> round(kd_loss([[1.0, 0.0]], [[3.0, 0.0]], [0], temperature=2.0, alpha=0.5), 4)
    0.3371
    """
    rows = np.arange(len(np.asarray(labels)))
    hard = -log_softmax(student_logits)[rows, np.asarray(labels)].mean()
    student = log_softmax(np.asarray(student_logits, dtype=np.float64) / temperature)
    teacher = log_softmax(np.asarray(teacher_logits, dtype=np.float64) / temperature)
    soft = (np.exp(teacher) * (teacher - student)).sum(axis=1).mean()
    return float((1 - alpha) * hard + alpha * temperature**2 * soft)


def _small(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 1, 3)


def _more_classes(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 1, size + 3)


def _other_temperature(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 1, 4) | {
        "temperature": float(rng.choice([2.0, 3.0, 10.0]))
    }


def _other_alpha(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 1, 4) | {"alpha": float(rng.choice([0.1, 0.3, 0.7, 0.9]))}


def _one_row(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, 1, size + 2)


def _two_classes(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 1, 2)


def _square(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, size + 2, size + 2)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return {
        name: value if name == "labels" else value.astype(np.float32)
        for name, value in drawn.items()
    }


def _integers(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return {name: np.rint(value).astype(np.int64) for name, value in drawn.items()}


def _hard_only(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"alpha": 0.0}


def _soft_only(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"alpha": 1.0}


def _temperature_one(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"temperature": 1.0}


def _same_logits(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"teacher_logits": drawn["student_logits"].copy()}


def _huge(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    moved = {name: drawn[name] + 4000.0 for name in ("student_logits", "teacher_logits")}
    return drawn | moved


def _sure_teacher(rng: Generator, size: int) -> Arguments:
    """The teacher's other probabilities underflow to 0."""
    drawn = _small(rng, size)
    drawn["teacher_logits"][np.arange(size + 1), drawn["labels"]] += 5000.0
    return drawn


def _sure_student(rng: Generator, size: int) -> Arguments:
    """The student's underflow where the teacher's do not."""
    drawn = _small(rng, size)
    drawn["student_logits"][0, drawn["labels"][0]] -= 5000.0
    return drawn


def _many(rng: Generator, size: int) -> Arguments:
    return draw_distillation(rng, 150 * size, 25 * size)


def _parts(student: Any, teacher: Any, labels: Any, temperature: float) -> tuple[float, float]:
    hard = kd_loss(student, teacher, labels, temperature, 0.0)
    return hard, kd_loss(student, teacher, labels, temperature, 1.0)


def _reversed(
    student_logits: Any,
    teacher_logits: Any,
    labels: Any,
    temperature: float = 4.0,
    alpha: float = 0.5,
) -> float:
    hard, _ = _parts(student_logits, teacher_logits, labels, temperature)
    _, soft = _parts(teacher_logits, student_logits, labels, temperature)
    return (1 - alpha) * hard + alpha * soft


def _not_squared(
    student_logits: Any,
    teacher_logits: Any,
    labels: Any,
    temperature: float = 4.0,
    alpha: float = 0.5,
) -> float:
    hard, soft = _parts(student_logits, teacher_logits, labels, temperature)
    return (1 - alpha) * hard + alpha * soft / temperature**2


def _mean_over_classes(
    student_logits: Any,
    teacher_logits: Any,
    labels: Any,
    temperature: float = 4.0,
    alpha: float = 0.5,
) -> float:
    hard, soft = _parts(student_logits, teacher_logits, labels, temperature)
    return (1 - alpha) * hard + alpha * soft / len(student_logits[0])


def _hard_at_temperature(
    student_logits: Any,
    teacher_logits: Any,
    labels: Any,
    temperature: float = 4.0,
    alpha: float = 0.5,
) -> float:
    _, soft = _parts(student_logits, teacher_logits, labels, temperature)
    hard = kd_loss(student_logits / temperature, teacher_logits, labels, alpha=0.0)
    return (1 - alpha) * hard + alpha * soft


def _alpha_swapped(
    student_logits: Any,
    teacher_logits: Any,
    labels: Any,
    temperature: float = 4.0,
    alpha: float = 0.5,
) -> float:
    return kd_loss(student_logits, teacher_logits, labels, temperature, 1 - alpha)


def _soft_cross_entropy(
    student_logits: Any,
    teacher_logits: Any,
    labels: Any,
    temperature: float = 4.0,
    alpha: float = 0.5,
) -> float:
    logs = log_softmax(teacher_logits / temperature)
    entropy = -float((np.exp(logs) * logs).sum(axis=1).mean())
    right = kd_loss(student_logits, teacher_logits, labels, temperature, alpha)
    return right + alpha * temperature**2 * entropy


HIDDEN = Hidden(
    Exercise(
        name="kd_loss",
        summary="Loss of knowledge distillation: labels and a teacher's softened predictions.",
        parameters=(
            Parameter("student_logits", "(N, C) array of the student's scores"),
            Parameter("teacher_logits", "(N, C) array of the teacher's scores"),
            Parameter("labels", "(N,) array of the true classes, integers from 0 to C - 1"),
            Parameter("temperature", "T, above 0: both logits are divided by it", "4.0"),
            Parameter("alpha", "weight of the soft part, from 0 to 1", "0.5"),
        ),
        returns="one float, the loss: the mean over the N rows",
        conventions=(
            "loss = (1 - alpha) * CE(student, labels) + alpha * T**2 * KL(teacher || student).",
            "CE is taken at temperature 1, KL at T; KL is summed over the classes of a row.",
            "Logits (floats or integers) may be as large as 5,000 or as small as -5,000.",
            "The inputs come back unchanged.",
        ),
        example=(
            (
                "round(kd_loss(np.array([[1.0, 0.0]]), np.array([[3.0, 0.0]]), np.array([0])), 4)",
                "0.3859",
            ),
        ),
    ),
    kd_loss,
    (
        Family(Category.BASIC, "a few rows of three classes", _small, 3),
        Family(Category.BASIC, "more classes", _more_classes),
        Family(Category.BASIC, "another temperature", _other_temperature, 3),
        Family(Category.BASIC, "another alpha", _other_alpha),
        Family(Category.SHAPE, "one row", _one_row),
        Family(Category.SHAPE, "two classes", _two_classes),
        Family(Category.SHAPE, "as many rows as classes", _square, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer logits", _integers),
        Family(Category.EDGE, "only the labels (alpha 0)", _hard_only),
        Family(Category.EDGE, "only the teacher (alpha 1)", _soft_only),
        Family(Category.EDGE, "temperature 1", _temperature_one),
        Family(Category.EDGE, "a student like the teacher", _same_logits),
        Family(Category.STABILITY, "huge logits", _huge),
        Family(Category.STABILITY, "a teacher who is sure", _sure_teacher),
        Family(Category.STABILITY, "a student who is sure and wrong", _sure_student),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "hundreds of rows", _many, 1),
    ),
    (
        Suspect("KL(student || teacher) instead of KL(teacher || student)", _reversed),
        Suspect("the soft part is not multiplied by T squared", _not_squared),
        Suspect("KL is averaged over the classes; it is a sum", _mean_over_classes),
        Suspect("the cross-entropy is taken at T; the labels need T = 1", _hard_at_temperature),
        Suspect("alpha and 1 - alpha are swapped", _alpha_swapped),
        Suspect(
            "cross-entropy with the teacher: its entropy is not subtracted", _soft_cross_entropy
        ),
    ),
)
