"""Mean intersection over union of segmentation masks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.metrics.confusion_matrix import confusion_matrix

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def mean_iou(
    y_true: ArrayLike, y_pred: ArrayLike, num_classes: int, ignore_index: int | None = None
) -> float:
    r"""Mean over the classes of $TP/(TP+FP+FN)$, counted in pixels over all masks together.

    y_true and y_pred are masks of labels 0 to K-1 in any one shape, mostly (N, H, W). From the
    confusion matrix M (rows truth, columns prediction) class i has $M_{ii}$ over the sum of its
    row and column less $M_{ii}$: the union of truth and prediction. Pixels whose truth is
    `ignore_index` count nowhere. A class that occurs in neither is 0/0 and left out; with no
    class left the answer is NaN. O(n + K^2).
    Source: Everingham et al. 2010, The PASCAL VOC Challenge, doi:10.1007/s11263-009-0275-4.

    >>> round(mean_iou([[0, 0], [1, 1]], [[0, 1], [1, 1]], 3), 4)
    0.5833
    """
    truth, called = np.ravel(y_true), np.ravel(y_pred)
    if ignore_index is not None:
        counted = truth != ignore_index
        truth, called = truth[counted], called[counted]
    matrix = confusion_matrix(truth, called, num_classes)
    both = matrix.diagonal()
    either = matrix.sum(axis=0) + matrix.sum(axis=1) - both
    occurs = either > 0
    return float(np.mean(both[occurs] / either[occurs])) if occurs.any() else float("nan")


def _masks(rng: Generator, classes: int, *shape: int) -> Arguments:
    """Masks of which about two thirds agree; every class occurs in both, and is hit."""
    count = int(np.prod(shape))
    y_true = np.concatenate([np.arange(classes), rng.integers(0, classes, count - classes)])
    y_true[classes:][rng.random(count - classes) < 0.5] = 0
    y_pred = np.where(rng.random(count) < 0.6, y_true, rng.integers(0, classes, count))
    y_pred[:classes] = y_true[:classes]
    y_pred[classes : classes + 2] = (y_true[classes : classes + 2] + 1) % classes
    order = rng.permutation(count)
    return {
        "y_true": y_true[order].reshape(shape),
        "y_pred": y_pred[order].reshape(shape),
        "num_classes": classes,
    }


def _one_mask(rng: Generator, size: int) -> Arguments:
    return _masks(rng, 3, 3 + size, 4)


def _batch(rng: Generator, size: int) -> Arguments:
    """Images in which the classes are differently frequent."""
    found = _masks(rng, 4, 3, 2 + size, 5)
    found["y_true"][0, :2] = 1
    found["y_pred"][1, :2] = 2
    return found


def _row(rng: Generator, size: int) -> Arguments:
    return _masks(rng, 3, 8 * size)


def _bytes(rng: Generator, size: int) -> Arguments:
    found = _masks(rng, int(rng.integers(20, 25)), 10 + size, 6)
    return found | {name: found[name].astype(np.uint8) for name in ("y_true", "y_pred")}


def _different_types(rng: Generator, size: int) -> Arguments:
    found = _one_mask(rng, size)
    found["y_true"], found["y_pred"] = found["y_true"].astype(np.uint8), found["y_pred"] == 1
    found["y_true"] = np.minimum(found["y_true"], 1)
    return found | {"num_classes": 2}


def _absent(rng: Generator, size: int) -> Arguments:
    found = _one_mask(rng, size)
    return found | {"num_classes": int(rng.integers(4, 9))}


def _only_predicted(rng: Generator, size: int) -> Arguments:
    found = _one_mask(rng, size)
    found["y_true"][found["y_true"] == 2] = 1
    return found


def _only_real(rng: Generator, size: int) -> Arguments:
    found = _one_mask(rng, size)
    found["y_pred"][found["y_pred"] == 2] = 1
    return found


def _ignored(rng: Generator, size: int) -> Arguments:
    """A border of 255 in bytes, on which the prediction says something all the same."""
    found = _masks(rng, 3, 4 + size, 5)
    found = found | {name: found[name].astype(np.uint8) for name in ("y_true", "y_pred")}
    found["y_true"][0], found["y_pred"][0, :3] = 255, [0, 1, 2]
    return found | {"ignore_index": 255}


def _ignored_below_zero(rng: Generator, size: int) -> Arguments:
    found = _masks(rng, 3, 4 + size, 5)
    index = int(rng.choice([-1, -100]))
    found["y_true"][:, 0] = index
    return found | {"ignore_index": index}


def _all_ignored(rng: Generator, size: int) -> Arguments:
    found = _one_mask(rng, size)
    found["y_true"][:] = 255
    return found | {"ignore_index": 255}


def _perfect(rng: Generator, size: int) -> Arguments:
    found = _one_mask(rng, size)
    return found | {"y_pred": found["y_true"].copy()}


def _all_wrong(rng: Generator, size: int) -> Arguments:
    found = _one_mask(rng, size)
    return found | {"y_pred": (found["y_true"] + 1) % 3}


def _large(rng: Generator, size: int) -> Arguments:
    return _masks(rng, 19, size, 40, 60)


def _counts(
    y_true: Any, y_pred: Any, num_classes: int, ignore_index: int | None = None
) -> tuple[Floats, Floats, Floats]:
    """Hits, pixels predicted, pixels real of each class."""
    counted = np.ones(y_true.shape, bool) if ignore_index is None else y_true != ignore_index
    matrix = confusion_matrix(y_true[counted], y_pred[counted], num_classes).astype(np.float64)
    return matrix.diagonal(), matrix.sum(axis=0), matrix.sum(axis=1)


def _mean(parts: Floats, wholes: Floats) -> float:
    there = wholes > 0
    return float((parts[there] / wholes[there]).sum() / max(there.sum(), 1))


def _precision(*args: Any, **named: Any) -> float:
    both, said, _ = _counts(*args, **named)
    return _mean(both, said)


def _accuracy(*args: Any, **named: Any) -> float:
    both, _, real = _counts(*args, **named)
    return float(both.sum() / max(real.sum(), 1))


def _mean_accuracy(*args: Any, **named: Any) -> float:
    both, _, real = _counts(*args, **named)
    return _mean(both, real)


def _dice(*args: Any, **named: Any) -> float:
    both, said, real = _counts(*args, **named)
    return _mean(2 * both, said + real)


def _absent_as(value: float) -> Any:
    def answer(*args: Any, **named: Any) -> float:
        both, said, real = _counts(*args, **named)
        either = said + real - both
        return float(np.where(either > 0, both / np.maximum(either, 1), value).mean())

    return answer


def _only_classes_of_the_truth(*args: Any, **named: Any) -> float:
    both, said, real = _counts(*args, **named)
    there = real > 0
    return _mean(both[there], (said + real - both)[there])


def _mask_by_mask(y_true: Any, y_pred: Any, num_classes: int, **rest: Any) -> float:
    pairs = zip(y_true, y_pred, strict=True)
    each = [mean_iou(t, p, num_classes, **rest) for t, p in pairs]
    known = [share for share in each if not np.isnan(share)]
    return float(sum(known) / max(len(known), 1))


def _border_counts(
    y_true: Any, y_pred: Any, num_classes: int, ignore_index: int | None = None
) -> float:
    """What is predicted on ignored pixels counts as wrong."""
    both, _, real = _counts(y_true, y_pred, num_classes, ignore_index)
    said = np.bincount(np.ravel(y_pred).astype(int), minlength=num_classes)
    return _mean(both, said + real - both)


HIDDEN = Hidden(
    Exercise(
        name="mean_iou",
        summary="Mean IoU (mIoU) of predicted segmentation masks.",
        parameters=(
            Parameter("y_true", "array of labels 0 to K-1, mostly (N, H, W): the true masks"),
            Parameter("y_pred", "array of labels 0 to K-1 of the same shape: the predicted masks"),
            Parameter("num_classes", "K"),
            Parameter("ignore_index", "label in y_true, none of 0 to K-1, to leave out", "None"),
        ),
        returns="a number between 0 and 1, or NaN",
        conventions=(
            "IoU of a class: pixels that are it and are called it / pixels that are or are called.",
            "Pixels are counted over all masks together, then divided, then averaged over classes.",
            "A class in neither y_true nor y_pred is left out of the mean; none left gives NaN.",
            "Where y_true is ignore_index the pixel does not count, whatever was predicted there.",
            "Labels are of any integer type, uint8 included (or bool, where K is 2).",
        ),
        example=(
            (
                "round(mean_iou(np.array([[0, 0], [1, 1]]), np.array([[0, 1], [1, 1]]), 3), 4)",
                "0.5833",
            ),
        ),
    ),
    mean_iou,
    (
        Family(Category.BASIC, "one mask", _one_mask, 3),
        Family(Category.BASIC, "three masks", _batch, 3),
        Family(Category.SHAPE, "a row of pixels", _row),
        Family(Category.DTYPE, "uint8 masks of many classes", _bytes),
        Family(Category.DTYPE, "masks of different types", _different_types, 1),
        Family(Category.EDGE, "classes that do not occur", _absent),
        Family(Category.EDGE, "a class that is only predicted", _only_predicted),
        Family(Category.EDGE, "a class that is never predicted", _only_real, 1),
        Family(Category.EDGE, "an ignored border (255)", _ignored),
        Family(Category.EDGE, "an ignored border (negative)", _ignored_below_zero),
        Family(Category.EDGE, "everything is ignored", _all_ignored, 1),
        Family(Category.EDGE, "everything is right", _perfect, 1),
        Family(Category.EDGE, "everything is wrong", _all_wrong, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _ignored, 1),
        Family(Category.LARGE, "thousands of pixels, 19 classes", _large, 1),
    ),
    (
        Suspect("divided by the predicted pixels alone: this is precision", _precision),
        Suspect("divided by the real pixels alone: this is recall", _mean_accuracy),
        Suspect("this is the pixel accuracy", _accuracy),
        Suspect("this is Dice: 2 TP / (2 TP + FP + FN)", _dice),
        Suspect("a class that does not occur counts with 0; it is left out", _absent_as(0.0)),
        Suspect("a class that does not occur counts with 1; it is left out", _absent_as(1.0)),
        Suspect("a class that is only predicted has IoU 0 and counts", _only_classes_of_the_truth),
        Suspect("each mask is scored by itself; count over all masks first", _mask_by_mask),
        Suspect("predictions on ignored pixels count as wrong", _border_counts),
    ),
)
