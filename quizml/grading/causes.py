"""Why an answer is probably wrong, by cheap tests. Never part of a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.grading.compare import close

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from quizml.model.exercises import Closeness
    from quizml.references.hidden import Arguments, Hidden

    Array = NDArray[Any]

CHANGED = "the function works on its argument itself; take a copy first (x = x.copy())"


def likely_cause(
    hidden: Hidden, arguments: Arguments, expected: Array, got: Array, near: Closeness
) -> str:
    """One likely cause, or nothing."""
    with np.errstate(all="ignore"):
        return _suspected(hidden, arguments, expected, got, near) or _general(expected, got, near)


def _same(a: Array, b: Array, near: Closeness) -> bool:
    return a.shape == b.shape and a.size > 0 and bool(close(a, b, near).all())


def _suspected(
    hidden: Hidden, arguments: Arguments, expected: Array, got: Array, near: Closeness
) -> str:
    for suspect in hidden.suspects:
        try:
            answer = np.asarray(suspect.answer(**arguments))
        except (TypeError, ValueError, IndexError, np.exceptions.AxisError):
            continue  # the mistake is not possible with these arguments
        if answer.dtype.kind in "biuf" and not _same(expected, answer, near):
            told_apart = answer.size > 0 and np.isfinite(answer).any()
            if _same(answer, got, near) and (told_apart or np.isnan(got).all()):
                return suspect.cause
    return ""


def _general(expected: Array, got: Array, near: Closeness) -> str:
    if got.ndim != expected.ndim and _same(expected.squeeze(), got.squeeze(), near):
        return "the numbers are right, but an axis of length 1 is too many or too few"
    if expected.ndim > 1 and _same(expected.swapaxes(-1, -2), got, near):
        return "the answer is transposed"
    if got.shape != expected.shape:
        return ""
    for axis in range(expected.ndim):
        if _same(np.flip(expected, axis), got, near):
            return f"the answer runs backwards along axis {axis}"
    if expected.dtype.kind == "f":
        return _of_floats(expected, got, near)
    return ""


def _of_floats(expected: Array, got: Array, near: Closeness) -> str:
    whole = np.trunc(expected)
    if got.dtype.kind in "iub" or (whole.any() and _same(whole, got, near)):
        return "integers: the fraction is lost (an integer array, or // where / is meant)"
    if (np.isnan(got) & np.isfinite(expected)).any():
        return "NaN where there is a number: 0/0, or inf/inf after an overflow"
    factor = float(got.sum() / expected.sum())
    if got.size > 1 and factor and np.isfinite(factor) and _same(expected * factor, got, near):
        return f"every value is {factor:.4g} times what it should be"
    return ""
