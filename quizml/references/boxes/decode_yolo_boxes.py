"""Boxes and scores from the raw output of a YOLO head with anchors (YOLOv2, YOLOv3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.boxes._draw import as_single
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Answer = tuple[Floats, Floats]


def decode_yolo_boxes(raw: ArrayLike, anchors: ArrayLike, stride: int) -> Answer:
    r"""Boxes x1, y1, x2, y2 in pixels (A, H, W, 4) and class scores (A, H, W, C).

    raw (A (5 + C), H, W) is what the last convolution gives; anchors (A, 2) are widths and heights
    in pixels. Channel a (5 + C) + k holds of anchor a for k = 0, 1, ...: tx, ty, tw, th, to, then a
    logit for each class. In row i and column j the centre is
    $((j + \sigma(t_x)) \mathrm{stride}, (i + \sigma(t_y)) \mathrm{stride})$, the size
    $(p_w e^{t_w}, p_h e^{t_h})$, and a class's score $\sigma(t_o) \sigma(t_c)$.
    Source: Redmon and Farhadi 2017, arXiv:1612.08242, section 2, and 2018, arXiv:1804.02767,
    sections 2.1 and 2.2 (a sigmoid for each class).

    >>> boxes, scores = decode_yolo_boxes(np.zeros((6, 1, 2)), [[4, 8]], 16)
    >>> boxes[0, 0].tolist(), scores[0, 0].tolist()
    ([[6.0, 4.0, 10.0, 12.0], [22.0, 4.0, 26.0, 12.0]], [[0.25], [0.25]])
    """
    anchors = np.asarray(anchors, dtype=np.float64)
    raw = np.asarray(raw, dtype=np.float64)
    rows, columns = raw.shape[1:]
    channels = raw.reshape(len(anchors), raw.shape[0] // len(anchors), rows, columns)
    t = np.moveaxis(channels, 1, -1)
    logits = np.concatenate([t[..., :2], t[..., 4:]], axis=-1)
    shares = np.exp(-np.logaddexp(0, -logits))
    corner = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), axis=-1)
    centres = (corner + shares[..., :2]) * stride
    half = anchors[:, None, None, :] * np.exp(t[..., 2:4]) / 2
    boxes = np.concatenate([centres - half, centres + half], axis=-1)
    return boxes, np.asarray(shares[..., 2:3] * shares[..., 3:])


def _drawn(rng: Generator, shapes: int, classes: int, rows: int, columns: int) -> Arguments:
    raw = rng.normal(0, 1, (shapes, 5 + classes, rows, columns))
    raw[:, 2:4] *= 0.4
    anchors = rng.integers(10, 200, (shapes, 2)).astype(np.float64)
    stride = int(rng.choice([8, 16, 32]))
    return {
        "raw": raw.reshape(-1, rows, columns).round(3),
        "anchors": anchors,
        "stride": stride,
    }


def _one(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _drawn(rng, 1, 1, 1, 1)


def _one_anchor(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 1, 2, size, size)


def _some(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 3, 1 + size // 2, size, size)


def _oblong(rng: Generator, size: int) -> Arguments:
    rows, columns = rng.permutation([size, size + 2])
    return _drawn(rng, 2, 2, int(rows), int(columns))


def _many_classes(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2, 2 * size + 3, 1, 2)


def _integer_anchors(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"anchors": found["anchors"].astype(np.int64)}


def _integer_logits(rng: Generator, size: int) -> Arguments:
    found = _some(rng, size)
    return found | {"raw": np.rint(found["raw"]).astype(np.int64)}


def _all_zero(rng: Generator, size: int) -> Arguments:
    """Every centre in the middle of its cell, every box as large as its anchor."""
    found = _drawn(rng, 2, size, size, size + 1)
    return found | {"raw": np.zeros_like(found["raw"])}


def _one_class(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 2, 1, size, size + 1)


def _sure(rng: Generator, size: int) -> Arguments:
    """Logits so large that exp of one of their signs overflows; sizes as usual."""
    found = _some(rng, size)
    raw = found["raw"].reshape(3, -1, size, size).copy()
    for part in (raw[:, :2], raw[:, 4:]):
        part[...] = np.where(rng.random(part.shape) < 0.4, part * 1000, part)
    raw[:, 4:, 0, 0] = 900.0
    raw[0, 0, 0, 0] = -900.0
    return found | {"raw": raw.reshape(found["raw"].shape)}


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, 3, 5 * size, 6 * size, 5 * size)


def _bell(x: NDArray[Any]) -> Any:
    return np.exp(-np.logaddexp(0, -x))


def _variant(**how: bool) -> Callable[..., Answer]:
    """The whole once more, with one thing done as many do it."""

    def answer(raw: NDArray[Any], anchors: NDArray[Any], stride: int) -> Answer:
        rows, columns = raw.shape[1:]
        shape = (len(anchors), -1, rows, columns)
        t = raw.astype(np.float64).reshape(shape).transpose(0, 2, 3, 1)
        if how.get("anchor_last"):
            t = raw.astype(np.float64).reshape(-1, len(anchors), rows, columns)
            t = t.transpose(1, 2, 3, 0)
        x, y = np.meshgrid(np.arange(columns), np.arange(rows))
        corner = np.stack([y, x] if how.get("swapped") else [x, y], axis=-1)
        centres = (corner + (t[..., :2] if how.get("linear") else _bell(t[..., :2]))) * stride
        sizes = anchors[:, None, None] * np.exp(t[..., 2:4]) * (stride if how.get("cells") else 1)
        boxes = np.concatenate([centres - sizes / 2, centres + sizes / 2], axis=-1)
        if how.get("centre_form"):
            boxes = np.concatenate([centres, sizes], axis=-1)
        sure = 1.0 if how.get("classes_only") else _bell(t[..., 4:5])
        classes = np.exp(t[..., 5:] - t[..., 5:].max(axis=-1, keepdims=True, initial=-1e9))
        shares = classes / classes.sum(axis=-1, keepdims=True)
        return boxes, sure * (shares if how.get("softmax") else _bell(t[..., 5:]))

    return answer


HIDDEN = Hidden(
    Exercise(
        name="decode_yolo_boxes",
        summary="Boxes and class scores from the raw output of a YOLOv3 head.",
        parameters=(
            Parameter("raw", "(A * (5 + C), H, W) array, as the last convolution gives it"),
            Parameter("anchors", "(A, 2) array of the anchors' widths and heights in pixels"),
            Parameter("stride", "pixels from one cell to the next, an int"),
        ),
        returns="a tuple: (A, H, W, 4) boxes x1, y1, x2, y2 in pixels, (A, H, W, C) scores",
        parts=(Part("boxes"), Part("scores")),
        conventions=(
            "Anchor a has the channels a * (5 + C) to (a + 1) * (5 + C) - 1, in this order:",
            "tx, ty, tw, th, to, then one logit for each of the C classes, C >= 1.",
            "In row i, column j the centre is at x = (j + sigmoid(tx)) * stride,",
            "y = (i + sigmoid(ty)) * stride; the box is p_w * exp(tw) wide, p_h * exp(th) high.",
            "The score of a class is sigmoid(to) * sigmoid(its logit).",
            "tx, ty, to and the logits may be as large as 5,000 or as small as -5,000.",
            "Nothing is clipped to the image.",
        ),
        example=(
            (
                "decode_yolo_boxes(np.zeros((6, 1, 1)), np.array([[4, 8]]), 16)",
                "(array([[[[ 6.,  4., 10., 12.]]]]), array([[[[0.25]]]]))",
            ),
        ),
    ),
    decode_yolo_boxes,
    (
        Family(Category.BASIC, "one cell, one anchor, one class", _one),
        Family(Category.BASIC, "one anchor", _one_anchor),
        Family(Category.BASIC, "three anchors", _some),
        Family(Category.SHAPE, "maps that are not square", _oblong, 4),
        Family(Category.SHAPE, "many classes", _many_classes),
        Family(Category.DTYPE, "float32", lambda rng, size: as_single(_some(rng, size))),
        Family(Category.DTYPE, "integer anchors", _integer_anchors),
        Family(Category.DTYPE, "integer logits", _integer_logits),
        Family(Category.EDGE, "all logits 0", _all_zero),
        Family(Category.EDGE, "one class", _one_class),
        Family(Category.STABILITY, "very large and very small logits", _sure),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "a large map", _many, 1),
    ),
    (
        Suspect("the boxes are returned as centre and size", _variant(centre_form=True)),
        Suspect("rows and columns of the cells are mixed up", _variant(swapped=True)),
        Suspect("the centre's offset has no sigmoid", _variant(linear=True)),
        Suspect("the anchors are multiplied by the stride, too", _variant(cells=True)),
        Suspect("the scores leave out sigmoid(to)", _variant(classes_only=True)),
        Suspect("the classes share one softmax", _variant(softmax=True)),
        Suspect("the channels are read as (5 + C, A)", _variant(anchor_last=True)),
    ),
)
