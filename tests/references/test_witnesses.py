"""References against somebody else's arithmetic, on the very cases that submissions meet."""

import numpy as np
import pytest
from scipy.signal import correlate2d
from scipy.special import softmax as scipy_softmax

from quizml import references
from quizml.references.hidden import USUAL

RUNS = 12


def cases(name):
    hidden = references.load(name)
    for seed in range(RUNS):
        yield from hidden.cases(seed, USUAL)


def test_softmax_agrees_with_scipy():
    for case in cases("softmax"):
        x, axis = case.arguments["x"], case.arguments.get("axis", -1)
        want = scipy_softmax(x.astype(np.float64), axis=axis)
        got = references.load("softmax").solve(x, axis)
        tolerance = 1e-6 if x.dtype == np.float32 else 1e-12
        np.testing.assert_allclose(
            got, want, rtol=tolerance, atol=tolerance, err_msg=case.family.name
        )


def pair(value):
    return (value, value) if isinstance(value, int) else value


def conv_by_scipy(x, w, b, stride=1, pad=0):
    (down, right), (high, wide) = pair(stride), pair(pad)
    padded = np.pad(x.astype(np.float64), ((0, 0), (0, 0), (high, high), (wide, wide)))
    height = (padded.shape[2] - w.shape[2]) // down + 1
    width = (padded.shape[3] - w.shape[3]) // right + 1
    out = np.zeros((len(x), len(w), height, width))
    for n in range(len(x)):
        for f in range(len(w)):
            full = sum(
                correlate2d(m, k, mode="valid") for m, k in zip(padded[n], w[f], strict=True)
            )
            out[n, f] = full[::down, ::right] + b[f]
    return out


def test_conv2d_agrees_with_scipy_channel_by_channel():
    for case in cases("conv2d"):
        want = conv_by_scipy(**case.arguments)
        got = references.load("conv2d").solve(**case.arguments)
        np.testing.assert_allclose(got, want, rtol=1e-9, atol=1e-9, err_msg=case.family.name)


@pytest.mark.parametrize(
    ("a", "b", "want"),
    [
        ([0, 0, 2, 2], [0, 0, 2, 2], 1.0),
        ([0, 0, 2, 2], [1, 0, 3, 2], 1 / 3),  # overlap 2 of 4 + 4 - 2
        ([0, 0, 2, 2], [1, 1, 3, 3], 1 / 7),
        ([0, 0, 4, 4], [1, 1, 2, 3], 2 / 16),  # inside
        ([0, 0, 1, 1], [1, 0, 2, 1], 0.0),  # touching; 1/3 under the +1 of the notes
        ([0, 0, 1, 1], [1, 1, 2, 2], 0.0),  # a corner
        ([0, 0, 1, 1], [5, 5, 6, 6], 0.0),
        ([10, 50, 30, 60], [15, 52, 25, 58], 0.3),  # the notes' x/y mix-up gives 0
        ([100, 0, 110, 10], [100, 0, 110, 10], 1.0),
        ([3, 3, 3, 3], [3, 3, 3, 3], 0.0),  # empty union
        ([0, 0, 0.1, 0.1], [0.8, 0.8, 0.9, 0.9], 0.0),
        ([0, 0, 3e-7, 1e-7], [0, 0, 1e-7, 1e-7], 1 / 3),
    ],
)
def test_iou_agrees_with_a_table_worked_by_hand(a, b, want):
    iou = references.load("iou").solve
    assert iou([a], [b])[0, 0] == pytest.approx(want, rel=1e-12, abs=0)
    assert iou([b], [a])[0, 0] == pytest.approx(want, rel=1e-12, abs=0)


def cells(box):
    x1, y1, x2, y2 = box
    return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}


def test_iou_agrees_with_counting_cells_of_a_grid():
    iou, rng = references.load("iou").solve, np.random.default_rng(7)
    for _ in range(200):
        corner = rng.integers(0, 9, (2, 2))
        a, b = np.hstack([corner, corner + rng.integers(0, 7, (2, 2))]).tolist()
        both, either = cells(a) & cells(b), cells(a) | cells(b)
        want = len(both) / len(either) if either else 0.0
        assert iou([a], [b])[0, 0] == pytest.approx(want, rel=1e-12, abs=0)


def nms_by_definition(boxes, scores, iou_threshold=0.5):
    """A box stays if and only if no better box that stays overlaps it too much: by recursion."""
    overlap = references.load("iou").solve(boxes, boxes) > iou_threshold
    rank = {i: (-float(s), i) for i, s in enumerate(scores)}
    known = {}
    for i in sorted(rank, key=rank.get):
        known[i] = not any(known[j] and overlap[i, j] for j in known)
    return [i for i in sorted(rank, key=rank.get) if known[i]]


def test_nms_agrees_with_its_definition():
    for case in cases("nms"):
        got = references.load("nms").solve(**case.arguments)
        assert got.tolist() == nms_by_definition(**case.arguments), case.family.name
        assert got.dtype.kind == "i"


@pytest.mark.parametrize(
    ("boxes", "scores", "threshold", "want"),
    [
        (
            [[0, 0, 10, 10], [1, 1, 11, 11], [50, 50, 60, 60]],
            [0.9, 0.8, 0.7],
            0.5,
            [0, 2],
        ),  # 81/119
        ([[0, 0, 10, 10], [1, 1, 11, 11], [50, 50, 60, 60]], [0.7, 0.8, 0.9], 0.5, [2, 1]),
        ([[0, 0, 10, 10], [1, 1, 11, 11]], [0.9, 0.8], 0.7, [0, 1]),
        ([[0, 0, 4, 1], [0, 0, 2, 1]], [0.9, 0.8], 0.5, [0, 1]),  # exactly one half: stays
        ([[0, 0, 4, 1], [0, 0, 2, 1]], [0.9, 0.8], 0.49, [0]),
        ([[0, 0, 10, 1], [3, 0, 13, 1], [6, 0, 16, 1]], [0.9, 0.8, 0.7], 0.5, [0, 2]),  # a chain
        ([[0, 0, 1, 1]] * 3, [0.5, 0.5, 0.5], 0.5, [0]),
        ([[0, 0, 0.01, 0.01], [0.1, 0.1, 0.11, 0.11]], [0.9, 0.8], 0.5, [0, 1]),
    ],
)
def test_nms_agrees_with_a_table_worked_by_hand(boxes, scores, threshold, want):
    got = references.load("nms").solve(np.array(boxes, float), np.array(scores), threshold)
    assert got.tolist() == want
