"""The form of an answer: one array, several together, or plain values. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.grading.compare import Mismatch, as_array, mismatch
from quizml.grading.shown import shown
from quizml.model.exercises import Returns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from quizml.model.exercises import Closeness, Exercise

    Array = NDArray[Any]


def is_plain(exercise: Exercise) -> bool:
    """Whether the answer is made of Python's own values."""
    return exercise.kind is Returns.PLAIN and not exercise.parts


def from_reference(exercise: Exercise, raw: Any) -> Any:
    """What the reference returned, as arrays where arrays are asked for."""
    if is_plain(exercise):
        return raw
    return tuple(map(np.asarray, raw)) if exercise.parts else np.asarray(raw)


def from_submission(exercise: Exercise, value: Any, expected: Any) -> Any:
    """What came back in the form that is asked for; a Mismatch if it has no such form."""
    if is_plain(exercise):
        return plain(value)
    if not exercise.parts:
        got = as_array(value, expected)
        if isinstance(got, str):
            return Mismatch(f"it returned {got}; expected an array of shape {expected.shape}")
        return got
    return _several(exercise, value, expected)


def _several(exercise: Exercise, value: Any, expected: tuple[Array, ...]) -> Any:
    names = ", ".join(part.name for part in exercise.parts)
    if not isinstance(value, tuple | list):
        what = "one array" if isinstance(value, np.ndarray) else as_array(value, expected[0])
        what = what if isinstance(what, str) else "one number"
        return Mismatch(f"it returned {what}; expected {len(expected)} values: {names}")
    if len(value) != len(expected):
        return Mismatch(f"it returned {len(value)} values; expected {len(expected)}: {names}")
    found = [as_array(one, want) for one, want in zip(value, expected, strict=True)]
    for part, one, want in zip(exercise.parts, found, expected, strict=True):
        if isinstance(one, str):
            return Mismatch(f"{part.name} is {one}; expected an array of shape {want.shape}")
    return tuple(found)


def plain(value: Any) -> Any:
    """Numbers, texts and tuples of them: lists become tuples, NumPy's numbers Python's own.

    >>> plain([1, ("a", [2])])
    (1, ('a', (2,)))
    """
    if isinstance(value, np.ndarray | np.generic):
        value = value.tolist()
    return tuple(map(plain, value)) if isinstance(value, tuple | list) else value


def difference(exercise: Exercise, expected: Any, got: Any, near: Closeness) -> Mismatch | None:
    """None if `got` is right."""
    if is_plain(exercise):
        same = plain(expected) == plain(got)
        return None if same else Mismatch("it is not the expected answer", values_differ=True)
    if not exercise.parts:
        return mismatch(expected, got, exercise.kind, near)
    found = []
    for part, want, have in zip(exercise.parts, expected, got, strict=True):
        wrong = mismatch(want, have, part.kind, near)
        if wrong:
            found.append(Mismatch(f"{part.name}: {wrong.message}", wrong.values_differ))
    return min(found, key=lambda wrong: wrong.values_differ, default=None)


def arrays_in(value: Any) -> Iterator[Array]:
    """Every array in an argument or an answer, however deep."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from arrays_in(item)
    elif isinstance(value, dict):
        yield from arrays_in(list(value.values()))


def shown_answer(exercise: Exercise, value: Any) -> str:
    """The answer as text; of several arrays, each under its name."""
    if not exercise.parts or not isinstance(value, tuple | list):
        return shown(value)
    if len(value) != len(exercise.parts):
        return shown(value)
    lines = (f"{p.name} = {shown(one)}" for p, one in zip(exercise.parts, value, strict=True))
    return "\n".join(lines)
