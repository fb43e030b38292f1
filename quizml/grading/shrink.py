"""The smallest case that still fails: fewer things first, then rounder numbers; in bounded time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quizml.grading.judge import Finding
    from quizml.references.hidden import Case, Hidden

DRAWS = 4
DIGITS = 3
SECONDS = 1.0
"""For the whole search."""


def smallest(hidden: Hidden, found: Finding, ask: Callable[[Case], Finding | None]) -> Finding:
    """`found`, or a smaller case of the same family that fails in the same way."""
    deadline = time.monotonic() + SECONDS
    if found.final or found.verdict not in (Verdict.WRONG, Verdict.RAISED):
        return found
    for candidates in (_fewer, _rounder):
        for case in candidates(hidden, found.case):
            if time.monotonic() > deadline:
                return found
            again = ask(case)
            if again and again.final:
                return found
            if again and again.verdict is found.verdict:
                found = again
                break
    return found


def _fewer(hidden: Hidden, case: Case) -> Iterator[Case]:
    for size in range(1, case.size):
        for draw in range(DRAWS):
            yield hidden.case(case.family, (*case.seed, size, draw), size)


def _rounder(hidden: Hidden, case: Case) -> Iterator[Case]:
    """Fewer digits, where that makes no two numbers of an array equal."""
    for least in range(DIGITS):
        arguments = {name: _rounded(value, least) for name, value in case.arguments.items()}
        if hidden.fair is None or hidden.fair(arguments):
            yield case._replace(arguments=arguments)


def _rounded(value: Any, least: int) -> Any:
    if not isinstance(value, np.ndarray) or value.dtype.kind != "f":
        return value
    tries = (np.round(value, digits) for digits in range(least, DIGITS))
    return next((t for t in tries if np.unique(t).size == np.unique(value).size), value)
