"""Center loss, and how the centres move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def center_loss(
    features: ArrayLike, labels: ArrayLike, centers: ArrayLike, alpha: float = 0.5
) -> tuple[float, Floats]:
    r"""Loss $\frac12 \sum_i \|x_i - c_{y_i}\|^2$ of a batch, and the centres after their step.

    features (m, D), labels (m,), centers (C, D). The step of class j, with n_j samples in the
    batch, is c_j - alpha * sum_{y_i = j} (c_j - x_i) / (1 + n_j): the 1 spares absent classes a
    division by 0, and they stay where they are. The loss is that before the step.
    Source: Wen et al. 2016, A Discriminative Feature Learning Approach for Deep Face
    Recognition, equations 2 to 4.

    >>> loss, moved = center_loss([[2.0, 0.0], [4.0, 0.0]], [1, 1], [[9.0, 9.0], [0.0, 0.0]])
    >>> loss, moved.tolist()
    (10.0, [[9.0, 9.0], [1.0, 0.0]])
    """
    old = np.asarray(centers, dtype=np.float64)
    labels = np.asarray(labels)
    pulls = old[labels] - np.asarray(features, dtype=np.float64)
    sums = np.zeros_like(old)
    np.add.at(sums, labels, pulls)
    counts = np.bincount(labels, minlength=len(old))
    moved = old - alpha * sums / (1 + counts)[:, None]
    return float(0.5 * (pulls**2).sum()), moved


def _batch(rng: Generator, samples: int, classes: int, width: int) -> Arguments:
    """The first class occurs twice, the last one not at all; where there is room."""
    labels = rng.integers(0, max(classes - 1, 1), samples)
    labels[:2] = 0
    centers = rng.normal(0, 2, (classes, width))
    order = rng.permutation(samples)
    features = centers[labels] + rng.normal(0, 1, (samples, width))
    return {"features": features[order], "labels": labels[order], "centers": centers}


def _small(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 2, 3, 2)


def _more_classes(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 3, size + 2, 3)


def _other_alpha(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"alpha": float(rng.choice([0.1, 0.25, 0.9]))}


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 1, 2, size + 1)


def _square(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 2, size + 2, size + 2)


def _one_number_each(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 2, 3, 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return {n: x if n == "labels" else x.astype(np.float32) for n, x in drawn.items()}


def _integers(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return {name: np.rint(3 * x).astype(np.int64) for name, x in drawn.items()} | {
        "labels": drawn["labels"]
    }


def _narrow_labels(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"labels": drawn["labels"].astype(np.uint8)}


def _one_class_only(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"labels": np.full(size + 2, rng.integers(0, 3))}


def _every_class_once(rng: Generator, size: int) -> Arguments:
    return _batch(rng, size + 1, size + 1, 2) | {"labels": rng.permutation(size + 1)}


def _at_the_centres(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    return drawn | {"features": drawn["centers"][drawn["labels"]]}


def _full_step(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"alpha": 1.0}


def _no_step(rng: Generator, size: int) -> Arguments:
    return _small(rng, size) | {"alpha": 0.0}


def _far_from_origin(rng: Generator, size: int) -> Arguments:
    drawn = _small(rng, size)
    place = rng.uniform(1e6, 3e6, 2).round()
    return {name: x if name == "labels" else x + place for name, x in drawn.items()}


def _many(rng: Generator, size: int) -> Arguments:
    return _batch(rng, 2_000 * size, 25 * size, 8)


def _step_twice(features: Any, labels: Any, centers: Any, alpha: float = 0.5) -> Any:
    """The centres as if the batch were large: n_j for 1 + n_j."""
    loss, moved = center_loss(features, labels, centers, alpha)
    counts = np.bincount(labels, minlength=len(centers))
    more = (1 + counts) / np.maximum(counts, 1)
    return loss, centers + (moved - centers) * more[:, None]


def _duplicates_lost(features: Any, labels: Any, centers: Any, alpha: float = 0.5) -> Any:
    """`sums[labels] += ...` keeps the last of several equal labels."""
    loss, _ = center_loss(features, labels, centers)
    sums, counts = np.zeros(centers.shape), np.zeros(len(centers))
    sums[labels] += centers[labels] - features
    counts[labels] += 1
    return loss, centers - alpha * sums / (1 + counts)[:, None]


def _averaged(features: Any, labels: Any, centers: Any, alpha: float = 0.5) -> Any:
    loss, moved = center_loss(features, labels, centers, alpha)
    return loss / len(features), moved


def _not_halved(features: Any, labels: Any, centers: Any, alpha: float = 0.5) -> Any:
    loss, moved = center_loss(features, labels, centers, alpha)
    return 2 * loss, moved


def _away(features: Any, labels: Any, centers: Any, alpha: float = 0.5) -> Any:
    return center_loss(features, labels, centers, -alpha)


def _undivided(features: Any, labels: Any, centers: Any, alpha: float = 0.5) -> Any:
    loss, moved = center_loss(features, labels, centers, alpha)
    counts = np.bincount(labels, minlength=len(centers))
    return loss, centers + (moved - centers) * (1 + counts)[:, None]


def _loss_after_step(features: Any, labels: Any, centers: Any, alpha: float = 0.5) -> Any:
    _, moved = center_loss(features, labels, centers, alpha)
    return center_loss(features, labels, moved)[0], moved


def _default_alpha(features: Any, labels: Any, centers: Any, **_: float) -> Any:
    return center_loss(features, labels, centers)


HIDDEN = Hidden(
    Exercise(
        name="center_loss",
        summary="Center loss of a batch, and the class centres after their step.",
        parameters=(
            Parameter("features", "(m, D) array, a feature vector a row"),
            Parameter("labels", "(m,) array of the classes, integers from 0 to C - 1"),
            Parameter("centers", "(C, D) array: row j is the centre of class j"),
            Parameter("alpha", "how far the centres move, from 0 to 1", "0.5"),
        ),
        returns="a tuple: the loss, one float, and the new centres, (C, D) floats",
        parts=(Part("loss"), Part("centers")),
        conventions=(
            "The loss is half the SUM over the batch of ||x_i - c_(y_i)||^2, with the old centres.",
            "With n_j samples in the batch, c_j moves by -alpha * sum(c_j - x_i) / (1 + n_j).",
            "Centres of classes that are not in the batch stay where they are.",
            "The new centres are a new array: features, labels and centers come back unchanged.",
        ),
        example=(
            (
                "center_loss(np.array([[2.0], [4.0]]), np.array([0, 0]), np.array([[0.0], [9.0]]))",
                "(10.0, array([[1.],\n       [9.]]))",
            ),
        ),
    ),
    center_loss,
    (
        Family(Category.BASIC, "a few samples of three classes", _small, 4),
        Family(Category.BASIC, "more classes", _more_classes),
        Family(Category.BASIC, "another alpha", _other_alpha),
        Family(Category.SHAPE, "one sample", _one_sample),
        Family(Category.SHAPE, "as many samples, classes, dimensions", _square),
        Family(Category.SHAPE, "one dimension", _one_number_each, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "labels of 8 bits", _narrow_labels, 1),
        Family(Category.EDGE, "one class only", _one_class_only),
        Family(Category.EDGE, "every class once", _every_class_once, 1),
        Family(Category.EDGE, "features at their centres", _at_the_centres, 1),
        Family(Category.EDGE, "alpha 1", _full_step, 1),
        Family(Category.EDGE, "alpha 0", _no_step, 1),
        Family(Category.STABILITY, "far from the origin", _far_from_origin),
        Family(Category.ALIASING, "the inputs stay as they were", _small),
        Family(Category.LARGE, "thousands of samples", _many, 1),
    ),
    (
        Suspect(
            "of several samples of one class only the last one counts (use np.add.at)",
            _duplicates_lost,
        ),
        Suspect("the step divides by n_j, not by 1 + n_j", _step_twice),
        Suspect("the step is not divided by 1 + n_j", _undivided),
        Suspect("the loss is averaged over the batch; half its sum is asked", _averaged),
        Suspect("the factor 1/2 of the loss is missing", _not_halved),
        Suspect("the centres move away from their samples", _away),
        Suspect("the loss is taken with the new centres", _loss_after_step),
        Suspect("the argument `alpha` is ignored", _default_alpha),
    ),
)
