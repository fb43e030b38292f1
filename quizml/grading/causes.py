"""Why an answer is probably wrong, by cheap tests. Never part of a verdict."""

from __future__ import annotations

import copy
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
    hidden: Hidden, arguments: Arguments, expected: Any, got: Any, near: Closeness
) -> str:
    """One likely cause, or nothing. Of several arrays, the first that is wrong is looked at."""
    wants, haves = (_numbers(answer) for answer in (expected, got))
    if not wants or not haves or len(wants) != len(haves):
        return ""
    with np.errstate(all="ignore"):
        suspected = _suspected(hidden, arguments, wants, haves, near)
        if suspected:
            return suspected
        for want, have in zip(wants, haves, strict=True):
            if not _same(want, have, near):
                return _general(want, have, near)
    return ""


def _numbers(answer: Any) -> list[Array]:
    """The arrays of an answer; none if one of them does not hold numbers."""
    parts = answer if isinstance(answer, tuple | list) else (answer,)
    arrays = [np.asarray(part) for part in parts]
    return arrays if all(array.dtype.kind in "biuf" for array in arrays) else []


def _same(a: Array, b: Array, near: Closeness) -> bool:
    return a.shape == b.shape and a.size > 0 and bool(close(a, b, near).all())


def _all_same(a: list[Array], b: list[Array], near: Closeness) -> bool:
    return len(a) == len(b) and all(_same(x, y, near) for x, y in zip(a, b, strict=True))


def _suspected(
    hidden: Hidden, arguments: Arguments, wants: list[Array], haves: list[Array], near: Closeness
) -> str:
    for suspect in hidden.suspects:
        try:
            answers = _numbers(suspect.answer(**copy.deepcopy(arguments)))
        except (ArithmeticError, LookupError, TypeError, ValueError):
            continue  # the mistake is not possible with these arguments
        if not answers or _all_same(wants, answers, near):
            continue
        told_apart = any(np.isfinite(a).any() for a in answers) or all(
            np.isnan(have).all() for have in haves
        )
        if told_apart and _all_same(answers, haves, near):
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
