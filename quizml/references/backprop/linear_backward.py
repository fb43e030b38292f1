"""Backward pass of a fully connected layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Gradients = tuple[Floats, Floats, Floats]


def linear_backward(dout: ArrayLike, x: ArrayLike, w: ArrayLike) -> Gradients:
    r"""Gradients (dx, dw, db) of a loss, shaped like x, w and the bias, from its gradient `dout`.

    The layer is y = x w + b, with x (..., D), w (D, M), b (M,) and dout (..., M), the gradient at
    y. With all axes before the last as samples: $dX = G W^T$, $dW = X^T G$, $db = \sum_n G_n$,
    the sums because all samples share w and b. No samples: dw and db are 0.
    Source: Goodfellow, Bengio, Courville: Deep Learning (2016), section 6.5.6.

    >>> dx, dw, db = linear_backward([[1.0], [10.0]], [[2.0, 3.0], [4.0, 5.0]], [[6.0], [7.0]])
    >>> dx.tolist(), dw.tolist(), db.tolist()
    ([[6.0, 7.0], [60.0, 70.0]], [[42.0], [53.0]], [11.0])
    """
    dout, x, w = (np.asarray(a, dtype=np.float64) for a in (dout, x, w))
    samples, upstream = x.reshape(-1, w.shape[0]), dout.reshape(-1, w.shape[1])
    return dout @ w.T, samples.T @ upstream, upstream.sum(axis=0)


def _layer(rng: Generator, before: tuple[int, ...], inputs: int, outputs: int) -> Arguments:
    return {
        "dout": rng.normal(size=(*before, outputs)),
        "x": rng.normal(size=(*before, inputs)),
        "w": rng.normal(size=(inputs, outputs)),
    }


def _one_sample(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (1,), size + 1, 2)


def _batch(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (size + 1,), 3, 2)


def _all_equal(rng: Generator, size: int) -> Arguments:
    """As many samples as inputs and outputs: no shape tells where a transpose is missing."""
    return _layer(rng, (size + 1,), size + 1, size + 1)


def _sequences(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, size + 1), 3, 4)


def _four_axes(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (2, size, 3), 2, 3)


def _alike(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return _layer(rng, (3, 3), 3, 3)


def _vector(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (), size + 1, 3)


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return {name: value.astype(np.float32) for name, value in found.items()}


def _counts(rng: Generator, size: int) -> Arguments:
    found = _batch(rng, size)
    return found | {"x": rng.integers(0, 9, found["x"].shape)}


def _one_input(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (size + 1,), 1, 3)


def _one_output(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (size + 1,), 3, 1)


def _no_samples(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (0,), size + 1, 2)


def _nothing_upstream(rng: Generator, size: int) -> Arguments:
    """A gradient of zero for all samples but one."""
    found = _layer(rng, (size + 1,), 3, 2)
    found["dout"][rng.permutation(size + 1)[1:]] = 0.0
    return found


def _many(rng: Generator, size: int) -> Arguments:
    return _layer(rng, (16 * size,), 6 * size, 5 * size)


def _averaged(dout: NDArray[Any], x: Any, w: NDArray[Any]) -> Gradients:
    dx, dw, db = linear_backward(dout, x, w)
    number = max(dout.size // w.shape[1], 1)
    return dx, dw / number, db / number


def _mean_bias(dout: NDArray[Any], x: Any, w: NDArray[Any]) -> Gradients:
    dx, dw, db = linear_backward(dout, x, w)
    return dx, dw, db / max(dout.size // w.shape[1], 1)


def _weights_turned(dout: Any, x: Any, w: Any) -> Gradients:
    dx, dw, db = linear_backward(dout, x, w)
    return dx, dw.T, db


def _dx_by_w(dout: Any, x: Any, w: Any) -> Gradients:
    """Without the transpose; only possible where w is square."""
    _, dw, db = linear_backward(dout, x, w)
    return dout @ w, dw, db


def _first_axis_only(dout: NDArray[Any], x: Any, w: Any) -> Gradients:
    dx, dw, _ = linear_backward(dout, x, w)
    return dx, dw, np.asarray(dout.sum(axis=0))


def _per_sample(dout: NDArray[Any], x: Any, w: Any) -> Gradients:
    dx, dw, _ = linear_backward(dout, x, w)
    return dx, dw, np.asarray(dout.sum(axis=-1))


HIDDEN = Hidden(
    Exercise(
        name="linear_backward",
        summary="Backward pass of a fully connected layer, y = x @ w + b.",
        parameters=(
            Parameter("dout", "(..., M) array: gradient of the loss at y"),
            Parameter("x", "(..., D) array, what the layer read; floats or integers"),
            Parameter("w", "(D, M) array of weights"),
        ),
        returns="(dx, dw, db): float arrays shaped like x, like w, and (M,)",
        parts=(Part("dx"), Part("dw"), Part("db")),
        conventions=(
            "x and dout have any number of axes before the last, none included: all are samples.",
            "Gradients sum over the samples; a mean is in dout already.",
            "There may be no samples: dx is empty, dw and db are 0.",
            "dout, x and w come back unchanged.",
        ),
        example=(
            (
                "linear_backward(np.array([[1., 2.]]), np.array([[3.]]), np.array([[4., 5.]]))",
                "(array([[14.]]), array([[3., 6.]]), array([1., 2.]))",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    linear_backward,
    (
        Family(Category.BASIC, "one sample", _one_sample),
        Family(Category.BASIC, "a batch", _batch),
        Family(Category.BASIC, "as many samples as inputs and outputs", _all_equal),
        Family(Category.SHAPE, "sequences: (N, T, D)", _sequences, 3),
        Family(Category.SHAPE, "four axes", _four_axes),
        Family(Category.SHAPE, "all axes alike", _alike),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integer inputs", _counts),
        Family(Category.EDGE, "a vector instead of a batch", _vector),
        Family(Category.EDGE, "one input", _one_input),
        Family(Category.EDGE, "one output", _one_output),
        Family(Category.EDGE, "only one sample has a gradient", _nothing_upstream),
        Family(Category.EDGE, "no samples", _no_samples, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _sequences),
        Family(Category.LARGE, "a larger layer", _many, 1),
    ),
    (
        Suspect("dw is transposed: that is the layout (M, D) of torch.nn.Linear", _weights_turned),
        Suspect("dx is dout times w; it must be w transposed", _dx_by_w),
        Suspect("dw and db are averaged over the samples; they must be summed", _averaged),
        Suspect("db is a mean; the bias enters every sample, so its gradients add up", _mean_bias),
        Suspect("db is summed over the first axis only", _first_axis_only),
        Suspect("db is summed over the outputs instead of the samples", _per_sample),
    ),
)
