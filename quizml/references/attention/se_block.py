"""The squeeze-and-excitation block: a factor for each channel, made from all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.activations.sigmoid import sigmoid
from quizml.references.attention._draw import narrow, whole
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def se_block(x: ArrayLike, w1: ArrayLike, w2: ArrayLike) -> Floats:
    r"""Array of x's shape, each channel multiplied by $s = \sigma(W_2 \max(W_1 z, 0))$.

    x (N, C, H, W); $z_c$ is the mean of channel c over the H W positions of its sample. w1 (M, C)
    narrows to M = C/r values, w2 (C, M) widens again; there are no biases. Every factor lies in
    (0, 1), for itself: they do not sum to 1. No samples, no output.
    Source: Hu, Shen, Sun 2018, arXiv:1709.01507, section 3.

    >>> se_block([[[[2.0, 4.0]], [[6.0, 6.0]]]], [[1.0, 0.0]], [[0.0], [-1000.0]]).tolist()
    [[[[1.0, 2.0]], [[0.0, 0.0]]]]
    """
    x, w1, w2 = (np.asarray(a, dtype=np.float64) for a in (x, w1, w2))
    z = x.mean(axis=(2, 3))
    s = sigmoid(np.maximum(z @ w1.T, 0.0) @ w2.T)
    return np.asarray(x * s[:, :, None, None])


def _block(rng: Generator, shape: tuple[int, int, int, int], middle: int) -> Arguments:
    """Means that differ from channel to channel, and a middle that is not all cut off."""
    n, c, _, _ = shape
    x = rng.normal(0, 1, shape) + rng.normal(0, 2, (n, c, 1, 1))
    w1 = rng.normal(0, 1, (middle, c))
    if n:
        w1[0] *= np.sign(w1[0] @ x[0].mean(axis=(1, 2)))
    w2 = rng.uniform(0.4, 1.5, (c, middle)) * rng.choice([-1.0, 1.0], (c, middle))
    return {"x": x, "w1": w1, "w2": w2}


def _one_map(rng: Generator, size: int) -> Arguments:
    return _block(rng, (1, 4, size + 1, size + 1), 2)


def _batch(rng: Generator, size: int) -> Arguments:
    return _block(rng, (2, size + 2, size + 1, size + 1), 2)


def _oblong(rng: Generator, size: int) -> Arguments:
    return _block(rng, (2, 4, size, size + 3), 2)


def _all_equal(rng: Generator, size: int) -> Arguments:
    """All sizes equal, so that a wrong axis fits."""
    n = size + 1
    return _block(rng, (n, n, n, n), n)


def _wider_middle(rng: Generator, size: int) -> Arguments:
    return _block(rng, (2, size, 2, 3), size + 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return narrow(_batch(rng, size))


def _integers(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return found | whole(rng, {"x": found["x"]})


def _one_channel(rng: Generator, size: int) -> Arguments:
    return _block(rng, (size, 1, 2, 2), 1)


def _one_pixel(rng: Generator, size: int) -> Arguments:
    return _block(rng, (size, 3, 1, 1), 2)


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _block(rng, (0, size + 1, 2, 2), 1)


def _cut_off(rng: Generator, size: int) -> Arguments:
    """All middle values negative: every factor is one half."""
    found = _block(rng, (size, 4, 2, 2), 2)
    return {"x": np.abs(found["x"]), "w1": -np.abs(found["w1"]), "w2": found["w2"]}


def _saturated(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return found | {"w2": found["w2"] * 2000}


def _many(rng: Generator, size: int) -> Arguments:
    return _block(rng, (4, 16 * size, 6 * size, 6 * size), 4)


def _some_gate_is_open(arguments: Arguments) -> bool:
    """Whether not all of the answer is next to nothing, where sigmoids differ in tiny digits."""
    largest = np.abs(se_block(**arguments)).max(initial=0)
    return bool(largest >= 1e-3 * np.abs(arguments["x"]).max(initial=0))


def _gates(x: Any, w1: Any, w2: Any, how: Any) -> Floats:
    return np.asarray(x * how(np.maximum(x.mean(axis=(2, 3)) @ w1.T, 0) @ w2.T)[:, :, None, None])


def _softmax_gates(x: Any, w1: Any, w2: Any) -> Floats:
    def softmax(scores: Floats) -> Floats:
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(shares / shares.sum(axis=1, keepdims=True))

    return _gates(x, w1, w2, softmax)


def _hard_gates(x: Any, w1: Any, w2: Any) -> Floats:
    return _gates(x, w1, w2, lambda scores: np.clip(scores + 3, 0, 6) / 6)


def _no_relu(x: Any, w1: Any, w2: Any) -> Floats:
    return np.asarray(x * sigmoid(x.mean(axis=(2, 3)) @ w1.T @ w2.T)[:, :, None, None])


def _gates_alone(x: Any, w1: Any, w2: Any) -> Floats:
    s = sigmoid(np.maximum(x.mean(axis=(2, 3)) @ w1.T, 0) @ w2.T)
    return np.asarray(np.broadcast_to(s[:, :, None, None], x.shape))


def _largest(x: Any, w1: Any, w2: Any) -> Floats:
    s = sigmoid(np.maximum(x.max(axis=(2, 3)) @ w1.T, 0) @ w2.T)
    return np.asarray(x * s[:, :, None, None])


def _with_identity(x: Any, w1: Any, w2: Any) -> Floats:
    return np.asarray(x + se_block(x, w1, w2))


HIDDEN = Hidden(
    Exercise(
        name="se_block",
        summary="Squeeze and excitation: multiply each channel by a factor made from all channels.",
        parameters=(
            Parameter("x", "(N, C, H, W) array, feature maps"),
            Parameter("w1", "(M, C) array, the matrix that narrows (M is C/r)"),
            Parameter("w2", "(C, M) array, the matrix that widens again"),
        ),
        returns="(N, C, H, W) array, floats",
        conventions=(
            "Squeeze: the mean of each channel over the H * W positions, for each sample.",
            "Excitation: w1, ReLU, w2, logistic sigmoid. There are no biases.",
            "w1 and w2 multiply a column from the left, as the weights of nn.Linear do.",
            "The answer is x times the factors, without a shortcut added.",
            "What enters the sigmoid may be in the ten thousands, of either sign.",
            "N may be 0. x, w1 and w2 come back unchanged.",
        ),
        example=(
            (
                "se_block(np.array([[[[2., 4.]]]]), np.array([[-1.]]), np.array([[5.]]))",
                "array([[[[1., 2.]]]])",
            ),
        ),
    ),
    se_block,
    (
        Family(Category.BASIC, "one sample", _one_map),
        Family(Category.BASIC, "a batch", _batch, 3),
        Family(Category.SHAPE, "maps wider than high", _oblong),
        Family(Category.SHAPE, "all sizes equal", _all_equal),
        Family(Category.SHAPE, "a middle wider than C", _wider_middle, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer maps", _integers),
        Family(Category.EDGE, "one channel", _one_channel),
        Family(Category.EDGE, "one pixel", _one_pixel, 1),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.EDGE, "ReLU cuts everything off", _cut_off, 1),
        Family(Category.STABILITY, "large numbers before the sigmoid", _saturated),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "larger maps", _many, 1),
    ),
    (
        Suspect("softmax over the channels instead of the sigmoid", _softmax_gates),
        Suspect("a hard sigmoid (MobileNetV3) instead of the sigmoid", _hard_gates),
        Suspect("the ReLU between the two matrices is missing", _no_relu),
        Suspect("the factors themselves, not multiplied with x", _gates_alone),
        Suspect("the largest value of each channel instead of its mean", _largest),
        Suspect("x is added to the answer", _with_identity),
    ),
    fair=_some_gate_is_open,
)
