"""Forward and backward pass of a network with one hidden layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Answer = tuple[float, Floats, Floats, Floats, Floats]


def mlp_backward(
    x: ArrayLike, y: ArrayLike, w1: ArrayLike, b1: ArrayLike, w2: ArrayLike, b2: ArrayLike
) -> Answer:
    r"""The loss of a small network and its gradients: (loss, dw1, db1, dw2, db2).

    x (N, D), labels y (N,) of 0 to C - 1, w1 (D, H), w2 (H, C). Forward: z = x w1 + b1,
    h = max(z, 0), scores = h w2 + b2, loss = mean over the samples of -log softmax(scores)[label].
    Backward, with p = softmax(scores): $\delta_2 = (p - onehot(y)) / N$, $dW_2 = h^T \delta_2$,
    $\delta_1 = \delta_2 W_2^T \odot [z > 0]$, $dW_1 = x^T \delta_1$, and biases sum their delta.
    The slope of ReLU at 0 counts as 0. Scores are shifted by their maximum, so none overflows.
    Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 6.5.7.

    >>> one = np.ones((1, 1))
    >>> answer = mlp_backward(2 * one, [0], one, [1.0], np.array([[0.0, 1.0]]), [0.0, -3.0])
    >>> [np.round(part, 4).tolist() for part in answer]
    [0.6931, [[1.0]], [0.5], [[-1.5, 1.5]], [-0.5, 0.5]]
    """
    x, w1, b1, w2, b2 = (np.asarray(a, dtype=np.float64) for a in (x, w1, b1, w2, b2))
    y, number = np.asarray(y), len(x)
    z = x @ w1 + b1
    h = np.maximum(z, 0.0)
    scores = h @ w2 + b2
    shifted = scores - scores.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -logs[np.arange(number), y].mean()
    delta = np.exp(logs)
    delta[np.arange(number), y] -= 1.0
    delta /= number  # at the scores
    back = (delta @ w2.T) * (z > 0)  # at z
    return float(loss), x.T @ back, back.sum(axis=0), h.T @ delta, delta.sum(axis=0)


def _network(rng: Generator, samples: int, inputs: int, hidden: int, classes: int) -> Arguments:
    return {
        "x": rng.normal(size=(samples, inputs)),
        "y": rng.integers(0, classes, samples),
        "w1": rng.normal(size=(inputs, hidden)),
        "b1": rng.normal(size=hidden),
        "w2": rng.normal(size=(hidden, classes)),
        "b2": rng.normal(size=classes),
    }


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _network(rng, 1, size + 1, 3, 2)


def _batch(rng: Generator, size: int) -> Arguments:
    return _network(rng, size + 1, 3, 4, 3)


def _all_equal(rng: Generator, size: int) -> Arguments:
    return _network(rng, size + 1, size + 1, size + 1, size + 1)


def _wide(rng: Generator, size: int) -> Arguments:
    return _network(rng, 3, 2, 3 * size + 1, 2)


def _many_classes(rng: Generator, size: int) -> Arguments:
    return _network(rng, size + 1, 2, 3, 2 * size + 3)


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return {n: v if n == "y" else v.astype(np.float32) for n, v in found.items()}


def _integer_inputs(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return found | {"x": rng.integers(-4, 5, found["x"].shape)}


def _narrow_labels(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return found | {"y": found["y"].astype(np.uint8)}


def _one_hidden(rng: Generator, size: int) -> Arguments:
    return _network(rng, size + 2, 3, 1, 2)


def _dead_units(rng: Generator, size: int) -> Arguments:
    """Some hidden units that no sample switches on."""
    found = _network(rng, size + 1, 2, 4, 3)
    found["b1"][: int(rng.integers(1, 4))] = -50.0
    return found


def _exactly_zero(rng: Generator, size: int) -> Arguments:
    """Whole numbers, so that a hidden unit is exactly 0: no gradient passes it."""
    found = _network(rng, size + 1, 2, 3, 2)
    whole = {name: rng.integers(-3, 4, found[name].shape).astype(float) for name in ("x", "w1")}
    unit = int(rng.integers(3))
    whole["b1"] = rng.integers(-3, 4, 3).astype(float)
    whole["b1"][unit] = -(whole["x"] @ whole["w1"])[0, unit]
    return found | whole


def _huge_scores(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return found | {"b2": found["b2"] + 1000.0 * rng.integers(1, 5)}


def _sure_scores(rng: Generator, size: int) -> Arguments:
    """Scores hundreds apart; the first sample is wrong beyond doubt, so that something is left."""
    found = _batch(rng, size)
    found |= {"b1": np.abs(found["b1"]) + 5.0, "w2": found["w2"] * 400.0}
    hidden = np.maximum(found["x"] @ found["w1"] + found["b1"], 0)
    found["y"][0] = (hidden @ found["w2"] + found["b2"])[0].argmin()
    return found


def _many(rng: Generator, size: int) -> Arguments:
    return _network(rng, 24 * size, 4 * size, 4 * size, 2 * size)


def _no_last_digits(arguments: Arguments) -> bool:
    """Whether no hidden unit is so near 0, and nothing asked so small, that last digits decide.

    Whole numbers are exact, so that they may well be 0.
    """
    read = [np.asarray(arguments[name], dtype=np.float64) for name in ("x", "w1", "b1")]
    whole = all(np.all(array == np.rint(array)) for array in read)
    clear = whole or bool(np.all(np.abs(read[0] @ read[1] + read[2]) > 1e-4))
    return clear and all(np.abs(part).max() > 1e-4 for part in mlp_backward(**arguments))


def _times(factor: Any) -> Any:
    """All gradients multiplied by factor(N)."""

    def answer(x: Any, *rest: Any, **named: Any) -> Any:
        loss, *gradients = mlp_backward(x, *rest, **named)
        return (loss, *(part * factor(len(x)) for part in gradients))

    return answer


def _summed_loss(x: Any, *rest: Any, **named: Any) -> Any:
    return tuple(part * len(x) for part in mlp_backward(x, *rest, **named))


def _second_layer(
    x: Any, y: Any, w1: Any, b1: Any, w2: Any, b2: Any
) -> tuple[Floats, Floats, Answer]:
    """The error at the scores, what the hidden layer adds up, and the right answer."""
    z = x @ w1 + b1
    scores = np.maximum(z, 0) @ w2 + b2
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    delta = shares / shares.sum(axis=1, keepdims=True)
    delta[np.arange(len(x)), y] -= 1
    return delta / len(x), z, mlp_backward(x, y, w1, b1, w2, b2)


def _no_slope(x: Any, y: Any, w1: Any, b1: Any, w2: Any, b2: Any) -> Any:
    delta, _, (loss, _, _, dw2, db2) = _second_layer(x, y, w1, b1, w2, b2)
    back = delta @ w2.T
    return loss, x.T @ back, back.sum(axis=0), dw2, db2


def _slope_of_weights(x: Any, y: Any, w1: Any, b1: Any, w2: Any, b2: Any) -> Any:
    """The activation itself in the place of its slope."""
    delta, z, (loss, _, _, dw2, db2) = _second_layer(x, y, w1, b1, w2, b2)
    back = delta @ w2.T * np.maximum(z, 0)
    return loss, x.T @ back, back.sum(axis=0), dw2, db2


def _before_activation(x: Any, y: Any, w1: Any, b1: Any, w2: Any, b2: Any) -> Any:
    delta, z, (loss, dw1, db1, _, db2) = _second_layer(x, y, w1, b1, w2, b2)
    return loss, dw1, db1, z.T @ delta, db2


def _label_not_subtracted(x: Any, y: Any, w1: Any, b1: Any, w2: Any, b2: Any) -> Any:
    delta, z, (loss, *_) = _second_layer(x, y, w1, b1, w2, b2)
    shares = delta.copy()
    shares[np.arange(len(x)), y] += 1 / len(x)
    back = shares @ w2.T * (z > 0)
    h = np.maximum(z, 0)
    return loss, x.T @ back, back.sum(axis=0), h.T @ shares, shares.sum(axis=0)


HIDDEN = Hidden(
    Exercise(
        name="mlp_backward",
        summary="Loss and gradients of a network with one hidden layer, by backpropagation.",
        parameters=(
            Parameter("x", "(N, D) array, N >= 1 samples; floats or integers"),
            Parameter("y", "(N,) array of labels, integers from 0 to C - 1"),
            Parameter("w1", "(D, H) array of weights"),
            Parameter("b1", "(H,) array of biases"),
            Parameter("w2", "(H, C) array of weights"),
            Parameter("b2", "(C,) array of biases"),
        ),
        returns="(loss, dw1, db1, dw2, db2): a float, and arrays shaped like the parameters",
        parts=tuple(Part(name) for name in ("loss", "dw1", "db1", "dw2", "db2")),
        conventions=(
            "Forward: z = x @ w1 + b1, h = max(z, 0), scores = h @ w2 + b2.",
            "loss is the mean over the samples of -log(softmax(scores)[label]).",
            "Where z is exactly 0, the slope of ReLU counts as 0.",
            "Scores may be thousands, and thousands apart.",
            "The inputs come back unchanged.",
        ),
        example=(
            (
                "mlp_backward(2 * np.eye(1), [0], np.eye(1), [1.], np.zeros((1, 2)), [0., 0.])[3]",
                "array([[-1.5,  1.5]])",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    mlp_backward,
    (
        Family(Category.BASIC, "one sample", _one_sample),
        Family(Category.BASIC, "a batch", _batch),
        Family(Category.BASIC, "all sizes equal", _all_equal),
        Family(Category.SHAPE, "a wide hidden layer", _wide),
        Family(Category.SHAPE, "many classes", _many_classes),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer inputs", _integer_inputs),
        Family(Category.DTYPE, "labels in eight bits", _narrow_labels, 1),
        Family(Category.EDGE, "one hidden unit", _one_hidden),
        Family(Category.EDGE, "units that are switched off", _dead_units),
        Family(Category.EDGE, "a hidden unit of exactly 0", _exactly_zero, 3),
        Family(Category.STABILITY, "huge scores", _huge_scores),
        Family(Category.STABILITY, "scores far apart", _sure_scores),
        Family(Category.ALIASING, "the inputs stay as they were", _batch),
        Family(Category.LARGE, "a larger network", _many, 1),
    ),
    (
        Suspect("the gradients are not divided by the number of samples", _times(lambda n: n)),
        Suspect("the gradients are divided by N twice", _times(lambda n: 1 / n)),
        Suspect("loss and gradients are sums; they must be means", _summed_loss),
        Suspect("the slope of ReLU is left out", _no_slope),
        Suspect("the activation stands in the place of its slope", _slope_of_weights),
        Suspect("dw2 is made from z; it must be h, after the ReLU", _before_activation),
        Suspect("p - onehot(y) is the error at the scores, not p", _label_not_subtracted),
    ),
    fair=_no_last_digits,
)
