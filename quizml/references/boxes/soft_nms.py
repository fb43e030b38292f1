"""Soft non-maximum suppression: overlapping boxes lose score instead of being deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.boxes._draw import as_single, crowd, ranks, telling
from quizml.references.boxes.iou import iou
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Answer = tuple[NDArray[np.intp], NDArray[np.float64]]


def soft_nms(
    boxes: ArrayLike,
    scores: ArrayLike,
    method: str = "gaussian",
    sigma: float = 0.5,
    iou_threshold: float = 0.3,
    score_threshold: float = 0.001,
) -> Answer:
    r"""Indices of the boxes that stay, by falling new score, and those scores: (K,) and (K,).

    boxes (N, 4) as in `iou`, scores (N,), none negative. The best box left is taken with the score
    that it has by now (of equal ones the lower index), and the scores of all that are left are
    multiplied: by $e^{-\mathrm{IoU}^2 / \sigma}$, or for "linear" by $1 - \mathrm{IoU}$ where the
    IoU is at least the threshold. It ends when the best score is less than score_threshold.
    No boxes, nothing. O(N^2) time.
    Source: Bodla et al. 2017, arXiv:1704.04503, section 3.

    >>> kept, values = soft_nms([[0, 0, 2, 2], [0, 0, 2, 1], [5, 5, 6, 6]], [0.9, 0.8, 0.7])
    >>> kept.tolist(), values.round(4).tolist()
    ([0, 2, 1], [0.9, 0.7, 0.4852])
    """
    boxes = np.asarray(boxes, dtype=np.float64).reshape(-1, 4)
    current = np.array(scores, dtype=np.float64)
    left = np.arange(len(current))
    kept, values = [], []
    while left.size:
        best = left[np.argmax(current[left])]
        if current[best] < score_threshold:
            break
        kept.append(best)
        values.append(current[best])
        left = left[left != best]
        overlap = iou(boxes[best : best + 1], boxes[left])[0]
        if method == "gaussian":
            current[left] *= np.exp(-(overlap**2) / sigma)
        else:
            current[left] *= np.where(overlap >= iou_threshold, 1 - overlap, 1.0)
    return np.array(kept, dtype=np.intp), np.array(values, dtype=np.float64)


def _one_pair(rng: Generator, size: int) -> Arguments:
    wide, high = rng.integers(2, 9, 2).astype(np.float64)
    boxes = np.array([[0, 0, 2 * wide, high], [wide / 2, 0, 2 * wide, high], [40, 40, 45, 45]])
    scores = np.array([0.9, 0.8, 0.3]) - rng.integers(0, 9) / 100
    order = rng.permutation(min(size + 1, 3))
    return {"boxes": boxes[order], "scores": scores[order]}


def _some(rng: Generator, size: int) -> Arguments:
    return {"boxes": crowd(rng, 2 * size + 1), "scores": ranks(rng, 2 * size + 1)}


def _linear(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"method": "linear"}


def _other_sigma(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"sigma": float(rng.choice([0.1, 0.3, 1.0, 2.0]))}


def _other_threshold(rng: Generator, size: int) -> Arguments:
    return _linear(rng, size) | {"iou_threshold": float(rng.choice([0.1, 0.5, 0.6]))}


def _integer_boxes(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": np.rint(found["boxes"]).astype(np.int64)}


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"boxes": np.zeros((0, 4)), "scores": np.zeros(0)}


def _alone(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"boxes": crowd(rng, 1), "scores": ranks(rng, 1)}


def _low_scores(rng: Generator, size: int) -> Arguments:
    return _some(rng, size) | {"score_threshold": float(rng.choice([0.2, 0.4]))}


def _exactly_at_threshold(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    """IoU exactly 1/2 or 1/4: powers of two, so that no rounding decides."""
    threshold, side = float(rng.choice([0.5, 0.25])), float(rng.choice([2.0, 4.0, 8.0]))
    boxes = np.array([[0.0, 0.0, side, side], [0.0, 0.0, side * threshold, side]])
    found = {"boxes": boxes, "scores": np.array([0.9, 0.8]), "method": "linear"}
    return found | {"iou_threshold": threshold}


def _twice_the_same(rng: Generator, size: int) -> Arguments:
    """1 - IoU is 0: of equal boxes the linear method keeps one."""
    boxes = np.repeat(10.0 * np.arange(size)[:, None] + crowd(rng, size).round(), 2, axis=0)
    return {"boxes": boxes, "scores": ranks(rng, 2 * size), "method": "linear"}


def _points(rng: Generator, size: int) -> Arguments:
    points = np.tile(rng.integers(0, 9, (1, 2)), (size + 1, 2)).astype(np.float64)
    return {"boxes": points, "scores": ranks(rng, size + 1)}


def _normalised(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"boxes": found["boxes"] / 1000}


def _equal_scores(rng: Generator, size: int) -> Arguments:
    """Pairs far from each other: their better boxes have one score, the others lose."""
    boxes = np.repeat(crowd(rng, size + 1) + 60.0 * np.arange(size + 1)[:, None], 2, axis=0)
    boxes[1::2, 2:] += rng.permutation(np.linspace(0.5, 6, size + 1))[:, None]
    scores = np.tile([0.9, 0.75], size + 1)
    order = rng.permutation(len(scores))
    return {"boxes": boxes[order], "scores": scores[order]}


def _many(rng: Generator, size: int) -> Arguments:
    found = {"boxes": crowd(rng, 50 * size), "scores": ranks(rng, 50 * size)}
    return found | {"method": str(rng.choice(["gaussian", "linear"]))}


def _fair(arguments: Arguments) -> bool:
    """Whether no choice, no threshold hangs on the last digits."""
    boxes = np.asarray(arguments["boxes"], dtype=np.float64)
    single = arguments["boxes"].dtype == np.float32
    gap = 1e-5 if single else 1e-9
    linear = arguments.get("method") == "linear"
    limit, floor = arguments.get("iou_threshold", 0.3), arguments.get("score_threshold", 0.001)
    overlaps = iou(boxes, boxes)
    whole = bool(np.all(boxes == np.rint(boxes)))
    if linear and not whole and np.any(np.abs(overlaps - limit) < gap):
        return False
    current = np.array(arguments["scores"], dtype=np.float64)
    left, touched = np.ones(len(current), dtype=bool), np.zeros(len(current), dtype=bool)
    while left.any():
        best = int(np.argmax(np.where(left, current, -1)))
        left[best] = False
        rivals = left & (current > 0) & (current >= current[best] * (1 - gap))
        if np.any(rivals & (touched | touched[best] | (current != current[best]))):
            return False
        if abs(current[best] - floor) < gap:
            return False
        hit = left & (overlaps[best] >= limit if linear else overlaps[best] > 0)
        weights = 1 - overlaps[best] if linear else _bell(overlaps[best], arguments)
        current[hit] *= weights[hit]
        touched |= hit
    return True


def _bell(overlap: NDArray[np.float64], arguments: Arguments) -> NDArray[np.float64]:
    return np.asarray(np.exp(-(overlap**2) / arguments.get("sigma", 0.5)))


def _variant(**changes: Any) -> Any:
    """The whole once more, with one thing done as many do it."""

    def answer(boxes: NDArray[Any], scores: NDArray[Any], **rest: Any) -> Answer:
        rest = changes.get("rest", {}) | rest
        first = np.array(scores, dtype=np.float64)
        current, left, kept = first.copy(), list(range(len(scores))), []
        weigh = changes.get("weigh", _weights)
        while left:
            ranking = first if changes.get("first_order") else current
            best = max(left, key=lambda i: (ranking[i], -i))
            left.remove(best)
            kept.append(best)
            overlap = iou(boxes[best : best + 1], boxes[left])[0]
            current[left] *= weigh(overlap, **rest)
        kept = [i for i in kept if current[i] >= rest.get("score_threshold", 0.001)]
        values = first if changes.get("first_scores") else current
        return np.array(kept, dtype=np.intp), values[kept]

    return answer


def _weights(
    overlap: NDArray[Any],
    method: str = "gaussian",
    sigma: float = 0.5,
    iou_threshold: float = 0.3,
    power: float = 2,
    **_: float,
) -> Any:
    if method == "gaussian":
        return np.exp(-(overlap**power) / sigma)
    return np.where(overlap >= iou_threshold, 1 - overlap, 1.0)


def _weights_above(overlap: NDArray[Any], **rest: Any) -> Any:
    limit = rest.get("iou_threshold", 0.3)
    if rest.get("method") == "linear":
        return np.where(overlap > limit, 1 - overlap, 1.0)
    return _weights(overlap, **rest)


def _bell_above(overlap: NDArray[Any], **rest: Any) -> Any:
    return np.where(overlap >= rest.get("iou_threshold", 0.3), _weights(overlap, **rest), 1.0)


def _linear_always(overlap: NDArray[Any], **rest: Any) -> Any:
    return 1 - overlap if rest.get("method") == "linear" else _weights(overlap, **rest)


_IN_FIRST_ORDER = _variant(first_order=True)
_FIRST_SCORES = _variant(first_scores=True)

HIDDEN = Hidden(
    Exercise(
        name="soft_nms",
        summary="Soft-NMS: lower the scores of overlapping boxes instead of deleting them.",
        parameters=(
            Parameter("boxes", "(N, 4) array of boxes x1, y1, x2, y2 in continuous coordinates"),
            Parameter("scores", "(N,) array between 0 and 1, higher is better"),
            Parameter("method", "'gaussian' or 'linear'", "'gaussian'"),
            Parameter("sigma", "width of the Gaussian method", "0.5"),
            Parameter("iou_threshold", "from which IoU on the linear method lowers", "0.3"),
            Parameter("score_threshold", "boxes whose new score is less are dropped", "0.001"),
        ),
        returns="a tuple: (K,) indices by falling new score, (K,) those scores",
        parts=(Part("indices", Returns.INTEGER), Part("scores")),
        conventions=(
            "Take the best box left by its current score; of equal scores the lower index.",
            "Gaussian: multiply the scores left by exp(-IoU^2 / sigma), whatever the IoU.",
            "Linear: multiply them by 1 - IoU where the IoU is at least iou_threshold.",
            "The box that was taken keeps its score; a score equal to score_threshold stays.",
            "The IoU of boxes without area is 0; no boxes give two empty arrays.",
        ),
        example=(
            (
                "soft_nms(np.array([[0, 0, 2, 2], [0, 0, 2, 1]]), np.array([0.9, 0.8]), 'linear')",
                "(array([0, 1]), array([0.9, 0.4]))",
            ),
        ),
    ),
    soft_nms,
    (
        Family(Category.BASIC, "a pair of boxes, Gaussian", _one_pair),
        Family(Category.BASIC, "some boxes", telling(_some, soft_nms, _IN_FIRST_ORDER)),
        Family(Category.BASIC, "some boxes, linear", telling(_linear, soft_nms, _FIRST_SCORES)),
        Family(Category.BASIC, "another sigma", _other_sigma),
        Family(Category.BASIC, "another IoU threshold, linear", _other_threshold),
        Family(Category.BASIC, "a high score threshold", _low_scores),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integer boxes", _integer_boxes),
        Family(Category.EDGE, "no boxes", _nothing, 1),
        Family(Category.EDGE, "one box", _alone, 1),
        Family(Category.EDGE, "an IoU exactly at the threshold, linear", _exactly_at_threshold),
        Family(Category.EDGE, "every box twice, linear", _twice_the_same),
        Family(Category.EDGE, "boxes without area", _points, 1),
        Family(Category.STABILITY, "coordinates between 0 and 1", _normalised),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.TIES, "equal scores", _equal_scores),
        Family(Category.LARGE, "hundreds of boxes", _many, 1),
    ),
    (
        Suspect("an IoU equal to the threshold does not lower", _variant(weigh=_weights_above)),
        Suspect("boxes are taken in the order of their first scores", _IN_FIRST_ORDER),
        Suspect("the IoU is not squared in the Gaussian", _variant(rest={"power": 1})),
        Suspect("the Gaussian method looks at the threshold", _variant(weigh=_bell_above)),
        Suspect("the linear method ignores the threshold", _variant(weigh=_linear_always)),
        Suspect("the first scores are returned, not the lowered ones", _FIRST_SCORES),
    ),
    fair=_fair,
)
