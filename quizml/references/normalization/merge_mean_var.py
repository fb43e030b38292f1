"""Mean and variance of data that lie on several devices, from each one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.normalization._features import narrow

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, Floats]


def merge_mean_var(counts: ArrayLike, means: ArrayLike, variances: ArrayLike) -> Two:
    r"""Mean and variance (C,) of all values together, from counts (K,), means and variances (K, C).

    $\mu = \sum_k n_k \mu_k / n$ and $\sigma^2 = \sum_k n_k (\sigma_k^2 + (\mu_k - \mu)^2) / n$ with
    $n = \sum_k n_k$: the variances within, and those of the means around the common one. All are
    divided by the number of values. What a device with count 0 says is not read; it may be NaN.
    At least one count is positive.
    Source: Chan, Golub, LeVeque 1979, Stanford report STAN-CS-79-773, for any number of parts.

    >>> mean, var = merge_mean_var([1, 3], [[0.0], [4.0]], [[0.0], [1.0]])
    >>> mean.tolist(), var.tolist()
    ([3.0], [3.75])
    """
    counts = np.asarray(counts, dtype=np.float64)
    means, variances = (np.asarray(a, dtype=np.float64)[counts > 0] for a in (means, variances))
    shares = (counts[counts > 0] / counts.sum())[:, None]
    mean = (shares * means).sum(axis=0)
    return mean, (shares * (variances + (means - mean) ** 2)).sum(axis=0)


def _devices(rng: Generator, devices: int, channels: int) -> Arguments:
    return {
        "counts": rng.permutation(np.arange(2, devices + 2) * rng.integers(2, 9)),
        "means": rng.normal(0, 2, (devices, channels)),
        "variances": rng.uniform(0.3, 3, (devices, channels)),
    }


def _as_many_each(rng: Generator, size: int) -> Arguments:
    count = int(rng.integers(2, 40))
    return _devices(rng, 2, size) | {"counts": np.full(2, count)}


def _two(rng: Generator, size: int) -> Arguments:
    return _devices(rng, 2, size + 1)


def _several(rng: Generator, size: int) -> Arguments:
    return _devices(rng, size + 2, size + 1)


def _as_many_channels(rng: Generator, size: int) -> Arguments:
    return _devices(rng, size + 1, size + 1)


def _one_channel(rng: Generator, size: int) -> Arguments:
    return _devices(rng, size + 1, 1)


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _devices(rng, size + 1, size + 1)
    return narrow(found) | {"counts": found["counts"]}


def _float_counts(rng: Generator, size: int) -> Arguments:
    found = _devices(rng, size + 1, size + 1)
    return found | {"counts": found["counts"].astype(np.float64)}


def _integers(rng: Generator, size: int) -> Arguments:
    shape = (size + 1, size + 1)
    return _devices(rng, *shape) | {
        "means": rng.integers(-9, 10, shape),
        "variances": rng.integers(0, 10, shape),
    }


def _one_device(rng: Generator, size: int) -> Arguments:
    return _devices(rng, 1, size + 1)


def _single_values(rng: Generator, size: int) -> Arguments:
    """A value a device: all of the variance lies between them."""
    found = _devices(rng, size + 2, size + 1)
    shape = found["means"].shape
    return found | {"counts": np.ones(size + 2, dtype=np.int64), "variances": np.zeros(shape)}


def _equal_means(rng: Generator, size: int) -> Arguments:
    found = _devices(rng, size + 2, size + 1)
    return found | {"means": np.tile(rng.integers(-8, 9, size + 1) / 4, (size + 2, 1))}


def _idle(rng: Generator, size: int) -> Arguments:
    """Devices without values say 0; the first two may be such."""
    found = _devices(rng, size + 3, size + 1)
    out = np.arange(int(rng.integers(1, 3)))
    found["counts"][out] = 0
    found["means"][out] = found["variances"][out] = 0.0
    return found


def _silent(rng: Generator, size: int) -> Arguments:
    """The mean of no values, as NumPy gives it."""
    found = _devices(rng, size + 2, size + 1)
    out = rng.integers(size + 2)
    found["counts"][out] = 0
    found["means"][out] = found["variances"][out] = np.nan
    return found


def _lopsided(rng: Generator, size: int) -> Arguments:
    found = _devices(rng, size + 2, size + 1)
    found["counts"][rng.integers(size + 2)] = 10**6
    return found


def _far_from_zero(rng: Generator, size: int) -> Arguments:
    found = _devices(rng, size + 2, size + 1)
    return found | {"means": found["means"] + 1e6 * rng.integers(1, 5, size + 1)}


def _many(rng: Generator, size: int) -> Arguments:
    return _devices(rng, 16 * size, 250 * size)


def _plain_average(counts: Any, means: Any, variances: Any) -> Two:  # noqa: ARG001
    if np.isnan(means).any():
        raise ValueError("NaN tells nothing of the cause")
    return means.mean(axis=0), variances.mean(axis=0)


def _within_only(counts: Any, means: Any, variances: Any) -> Two:
    mean, _ = merge_mean_var(counts, means, variances)
    return mean, merge_mean_var(counts, variances, variances)[0]


def _equal_weights(counts: Any, means: Any, variances: Any) -> Two:
    if np.isnan(means).any():
        raise ValueError("NaN tells nothing of the cause")
    return merge_mean_var(np.ones(len(counts)), means, variances)


def _unbiased(counts: Any, means: Any, variances: Any) -> Two:
    n = counts.sum()
    mean, var = merge_mean_var(counts, means, variances)
    return mean, var * n / (n - 1)


def _standard_deviations(counts: Any, means: Any, variances: Any) -> Two:
    mean, var = merge_mean_var(counts, means, variances)
    return mean, np.sqrt(var)


HIDDEN = Hidden(
    Exercise(
        name="merge_mean_var",
        summary="Mean and variance over all devices from each one's own (synchronised batch norm).",
        parameters=(
            Parameter("counts", "(K,) array, how many values each device has; at least 0"),
            Parameter("means", "(K, C) array, each device's mean of each channel"),
            Parameter("variances", "(K, C) array, each device's variances, divided by its count"),
        ),
        returns="mean and variance of all values together, (C,) each; floats",
        parts=(Part("mean"), Part("var")),
        conventions=(
            "All variances, yours too, are divided by the number of values, not by one less.",
            "The answer is what one device with all the values would have found.",
            "A device with count 0 has nothing to say: its rows may hold 0 or NaN.",
            "At least one count is positive; counts may differ widely.",
            "Means may lie near 5e6 while variances are near 1.",
            "All arrays come back unchanged.",
        ),
        example=(
            (
                "merge_mean_var(np.array([1, 3]), np.array([[0.], [4.]]), np.array([[0.], [1.]]))",
                "(array([3.]), array([3.75]))",
            ),
        ),
    ),
    merge_mean_var,
    (
        Family(Category.BASIC, "two devices with as many values", _as_many_each),
        Family(Category.BASIC, "two devices", _two, 3),
        Family(Category.BASIC, "several devices", _several),
        Family(Category.SHAPE, "as many devices as channels", _as_many_channels),
        Family(Category.SHAPE, "one channel", _one_channel, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "counts that are floats", _float_counts, 1),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "one device", _one_device, 1),
        Family(Category.EDGE, "one value on each device", _single_values, 1),
        Family(Category.EDGE, "equal means", _equal_means, 1),
        Family(Category.EDGE, "devices without values", _idle, 2),
        Family(Category.EDGE, "the mean of no values is NaN", _silent, 1),
        Family(Category.EDGE, "one device has nearly all values", _lopsided, 1),
        Family(Category.STABILITY, "means far from 0", _far_from_zero, 3),
        Family(Category.ALIASING, "the inputs stay as they were", _several),
        Family(Category.LARGE, "many devices and channels", _many, 1),
    ),
    (
        Suspect("means and variances are averaged, whatever the counts", _plain_average),
        Suspect("the spread of the means around the common one is missing", _within_only),
        Suspect("every device weighs the same", _equal_weights),
        Suspect("the variance is divided by one less than the number of values", _unbiased),
        Suspect("the root was taken: that is the standard deviation", _standard_deviations),
    ),
)
