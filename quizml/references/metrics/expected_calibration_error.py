"""Expected calibration error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def expected_calibration_error(probs: ArrayLike, labels: ArrayLike, n_bins: int = 15) -> float:
    r"""Mean gap between confidence and accuracy, bin by bin: $\sum_m |B_m|/n |acc_m - conf_m|$.

    probs (n, K) holds the shares of each class, labels (n,) the true classes. Confidence is the
    largest share, and the prediction its class (of equal shares the first). Bin m of M holds
    the confidences in ((m-1)/M, m/M]; acc and conf are the shares of right predictions and the
    mean confidence in it. An empty bin adds nothing. The bin's size cancels, so each adds the
    difference of two sums, over n.
    Source: Guo et al. 2017, On Calibration of Modern Neural Networks, arXiv:1706.04599.

    >>> probs = [[0.25, 0.20, 0.55], [0.55, 0.05, 0.40], [0.10, 0.30, 0.60], [0.90, 0.05, 0.05]]
    >>> round(expected_calibration_error(probs, [0, 1, 2, 0], n_bins=3), 4)
    0.2
    """
    probs = np.asarray(probs, dtype=np.float64)
    confidence = probs.max(axis=1)
    right = probs.argmax(axis=1) == np.asarray(labels)
    inner_borders = np.linspace(0, 1, n_bins + 1)[1:-1]
    place = np.searchsorted(inner_borders, confidence, side="left")
    gaps = np.bincount(place, weights=right - confidence, minlength=n_bins)
    return float(np.abs(gaps).sum() / len(confidence))


def _shares(rng: Generator, count: int, classes: int, sharpness: float = 1.0) -> Floats:
    """Shares that sum to 1, of four digits."""
    scores = np.exp(rng.normal(0, 1.5 * sharpness, (count, classes)))
    whole = np.round(scores / scores.sum(axis=1, keepdims=True), 4)
    whole[:, 0] += 1 - whole.sum(axis=1)
    return np.asarray(np.round(whole, 4))


def _labels(rng: Generator, probs: Floats, accuracy: float = 0.6) -> NDArray[np.int64]:
    """Labels that the prediction meets about so often; at least one each way."""
    count, classes = probs.shape
    off = np.where(rng.random(count) > accuracy, rng.integers(1, classes, count), 0)
    off[:2] = np.arange(len(off[:2]))
    return np.asarray((probs.argmax(axis=1) + off) % classes)


def _predicted(rng: Generator, count: int, classes: int) -> Arguments:
    probs = _shares(rng, count, classes)
    return {"probs": probs, "labels": _labels(rng, probs)}


def _default(rng: Generator, size: int) -> Arguments:
    return _predicted(rng, 6 * size, 3)


def _few_bins(rng: Generator, size: int) -> Arguments:
    return _predicted(rng, 6 * size, 3) | {"n_bins": int(rng.choice([3, 5, 10]))}


def _two_classes(rng: Generator, size: int) -> Arguments:
    return _predicted(rng, 5 * size, 2) | {"n_bins": 10}


def _many_classes(rng: Generator, size: int) -> Arguments:
    return _predicted(rng, 5 * size, 4 + size) | {"n_bins": 7}


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _few_bins(rng, size)
    return found | {"probs": found["probs"].astype(np.float32)}


def _bytes(rng: Generator, size: int) -> Arguments:
    found = _default(rng, size)
    return found | {"labels": found["labels"].astype(np.uint8)}


def _certain(rng: Generator, size: int) -> Arguments:
    """Confidences of exactly 1 belong to the last bin; some of them are wrong."""
    named = rng.integers(0, 3, size + 1)
    probs = np.vstack([np.eye(3)[named], _shares(rng, size, 3)])
    return {"probs": probs, "labels": _labels(rng, probs)}


def _on_borders(rng: Generator, size: int) -> Arguments:
    """Right confidences on borders of eighths, wrong ones just above: no bin holds both."""
    most, few = 2 + int(rng.integers(1, 2 + size)), 1
    highest = np.repeat([0.625, 0.6875, 0.875, 0.9375], [most, few, few, most])
    labels = np.repeat([0, 1, 0, 1], [most, few, few, most])
    order = rng.permutation(len(highest))
    probs = np.stack([highest, 1 - highest], axis=1)
    return {"probs": probs[order], "labels": labels[order], "n_bins": 8}


def _opposite(rng: Generator, size: int) -> Arguments:
    """Unsure and right, sure and wrong: the gaps have opposite signs."""
    unsure, sure = rng.uniform(0.52, 0.58, 2 * size), rng.uniform(0.91, 0.97, 2 * size)
    highest = np.round(np.concatenate([unsure, sure]), 3)
    labels = np.repeat([0, 1], 2 * size)
    labels[-1] = 0
    probs = np.stack([highest, 1 - highest], axis=1)
    return {"probs": probs, "labels": labels, "n_bins": 10}


def _one_bin(rng: Generator, size: int) -> Arguments:
    return _predicted(rng, 4 * size, 3) | {"n_bins": 1}


def _one_sample(rng: Generator, size: int) -> Arguments:
    probs = _shares(rng, 1, 2 + size)
    return {"probs": probs, "labels": rng.integers(0, 2 + size, 1)}


def _all_right(rng: Generator, size: int) -> Arguments:
    probs = _shares(rng, 4 * size, 3)
    return {"probs": probs, "labels": probs.argmax(axis=1)}


def _equal_shares(rng: Generator, size: int) -> Arguments:
    """Two classes share the lead, and the first of them counts as the prediction."""
    lead = np.round(rng.uniform(0.36, 0.49, 3 * size), 2)
    probs = np.stack([1 - 2 * lead, lead, lead], axis=1)
    labels = rng.permutation(1 + np.arange(3 * size) % 2)
    labels[0] = 1
    return {"probs": probs, "labels": labels, "n_bins": 5}


def _many(rng: Generator, size: int) -> Arguments:
    return _predicted(rng, 500 * size, 10)


def _no_border_is_near(arguments: Arguments) -> bool:
    """Neither a border nor a second class is so near that rounding decides; exact ones are fair."""
    probs = np.asarray(arguments["probs"], dtype=np.float64)
    bins = arguments.get("n_bins", 15)
    ranked = np.sort(probs, axis=1)
    lead, last = ranked[:, -1] - ranked[:, -2], ranked[:, -1]
    gaps = np.abs(last[:, None] - np.linspace(0, 1, bins + 1)[1:-1])
    exact = (gaps == 0) if bins in (2, 4, 8) else np.zeros(gaps.shape, dtype=bool)
    return bool(np.all(exact | (gaps > 1e-5)) and np.all((lead == 0) | (lead > 1e-5)))


def _by_bin(
    probs: Any, labels: Any, n_bins: int = 15, side: str = "left"
) -> tuple[Floats, Floats, Floats]:
    """Samples, mean confidence and accuracy of each bin that has any."""
    confidence, right = probs.max(axis=1).astype(float), probs.argmax(axis=1) == labels
    borders = np.linspace(0, 1, n_bins + 1)[1:-1]
    place = np.searchsorted(borders, confidence, "left" if side == "left" else "right")
    members = np.bincount(place, minlength=n_bins).astype(float)
    there = members > 0
    sums = [np.bincount(place, weights=x, minlength=n_bins)[there] for x in (confidence, right)]
    return members[there], sums[0] / members[there], sums[1] / members[there]


def _unweighted(*args: Any, **named: Any) -> float:
    _, confidence, accuracy = _by_bin(*args, **named)
    return float(np.abs(accuracy - confidence).mean())


def _largest_gap(*args: Any, **named: Any) -> float:
    _, confidence, accuracy = _by_bin(*args, **named)
    return float(np.abs(accuracy - confidence).max())


def _signed(*args: Any, **named: Any) -> float:
    members, confidence, accuracy = _by_bin(*args, **named)
    return float(abs((members * (accuracy - confidence)).sum()) / members.sum())


def _squared(*args: Any, **named: Any) -> float:
    members, confidence, accuracy = _by_bin(*args, **named)
    return float(np.sqrt((members * (accuracy - confidence) ** 2).sum() / members.sum()))


def _left_closed(probs: Any, labels: Any, n_bins: int = 15) -> float:
    members, confidence, accuracy = _by_bin(probs, labels, n_bins, side="right")
    return float((members * np.abs(accuracy - confidence)).sum() / members.sum())


def _default_bins(probs: Any, labels: Any, n_bins: int = 15) -> float:  # noqa: ARG001
    return expected_calibration_error(probs, labels)


HIDDEN = Hidden(
    Exercise(
        name="expected_calibration_error",
        summary="Expected calibration error (ECE) of a classifier's probabilities.",
        parameters=(
            Parameter("probs", "(n, K) array of probabilities; each row sums to 1"),
            Parameter("labels", "(n,) array of integers 0 to K-1: the true classes"),
            Parameter("n_bins", "number of equally wide bins M between 0 and 1", "15"),
        ),
        returns="a number between 0 and 1",
        conventions=(
            "Confidence is a row's largest probability, the prediction its class (the first one).",
            "Bin m holds the confidences in ((m-1)/M, m/M]: a border belongs to the bin below it.",
            "ECE = sum over the bins of |B| / n * |accuracy of the bin - its mean confidence|.",
            "Empty bins add nothing. n is at least 1; the inputs come back unchanged.",
        ),
        example=(
            (
                "expected_calibration_error(np.array([[1, 0], [0.5, 0.5]]), np.array([0, 1]))",
                "0.25",
            ),
        ),
    ),
    expected_calibration_error,
    (
        Family(Category.BASIC, "15 bins", _default, 3),
        Family(Category.BASIC, "fewer bins", _few_bins, 3),
        Family(Category.SHAPE, "two classes", _two_classes),
        Family(Category.SHAPE, "more classes", _many_classes),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "uint8 labels", _bytes, 1),
        Family(Category.EDGE, "confidences of exactly 1", _certain),
        Family(Category.EDGE, "confidences on the borders", _on_borders, 3),
        Family(Category.EDGE, "gaps of opposite sign", _opposite),
        Family(Category.EDGE, "one bin", _one_bin, 1),
        Family(Category.EDGE, "one sample", _one_sample, 1),
        Family(Category.EDGE, "every prediction is right", _all_right, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _default, 1),
        Family(Category.TIES, "two classes in the lead", _equal_shares),
        Family(Category.LARGE, "thousands of samples", _many, 1),
    ),
    (
        Suspect("bins count equally; they count by their samples", _unweighted),
        Suspect("the largest gap of a bin: this is the maximum calibration error", _largest_gap),
        Suspect("gaps of opposite sign cancel; take |...| in each bin", _signed),
        Suspect("a border belongs to the bin below it, not above", _left_closed),
        Suspect("the gaps are squared", _squared),
        Suspect("the argument `n_bins` is ignored", _default_bins),
    ),
    fair=_no_border_is_near,
)
