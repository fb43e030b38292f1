"""How fast a submission is beside the reference, in coarse words. Never part of a verdict.

Both are timed in the same kind of child, in turns, best of several: the same code against itself
still varies by half between processes, so nothing finer than "about as fast" is said.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from numpy.random import default_rng

from quizml.grading.outcomes import Answered
from quizml.grading.parsing import parsed
from quizml.grading.sandbox import Sandbox
from quizml.model.exercises import Category
from quizml.references.hidden import USUAL, Case
from quizml.references.source import source

if TYPE_CHECKING:
    from quizml.grading.exam import Exam
    from quizml.grading.nursery import Nursery
    from quizml.references.hidden import Family

ROUNDS = 3
ENOUGH = 0.004
"""Seconds that the calls of one round should last."""
MOST_CALLS = 40
TOO_LONG = 0.25
"""One call of this many seconds is measured once, and not on larger inputs."""
SLOWER, MUCH_SLOWER = 2.5, 20.0
STEEPER = 1.5
"""So much more for each doubling than the reference is growth worth a word."""
LONGEST, SHORTEST = 10.0, 1e-9


class Race:
    """A submission and the reference, each in a child, given the same calls."""

    def __init__(self, exam: Exam, mine: Sandbox, theirs: Sandbox) -> None:
        self._exercise = exam.hidden.exercise
        self._runners = (mine, theirs)

    def times(self, case: Case) -> tuple[float, float] | None:
        """Seconds for one call of each; None if one of them failed."""
        best = [LONGEST, LONGEST]
        for turn in range(1 + ROUNDS):
            for place, runner in enumerate(self._runners):
                repeat = int(ENOUGH / best[place]) if turn else 1
                took = self._once(runner, case, max(1, min(MOST_CALLS, repeat)))
                if took is None:
                    return None
                best[place] = min(best[place], max(took, SHORTEST))
            if max(best) > TOO_LONG:
                break
        return best[0], best[1]

    def _once(self, runner: Sandbox, case: Case, repeat: int) -> float | None:
        return runner.timed(*self._exercise.call(case.arguments), repeat, LONGEST)


def speed(exam: Exam, text: str, mine: Sandbox, nursery: Nursery) -> str:
    """In words, or nothing where there is no large case or it could not be measured."""
    families = exam.hidden.families
    large = next((f for f in reversed(families) if f.category is Category.LARGE), None)
    if large is None:
        return ""
    with Sandbox(nursery, exam.hidden.exercise.limits) as theirs:
        if not isinstance(theirs.load(source(exam.hidden), exam.hidden.exercise.name), Answered):
            return ""
        race = Race(exam, mine, theirs)
        times = race.times(exam.hidden.case(large, (exam.seed, 0), USUAL))
        if times is None:
            return ""
        ratio = times[0] / times[1]
        words = in_words(ratio, loops=has_loop(text))
        return words + (_growth(race, exam, large, times) if ratio > SLOWER else "")


def _growth(race: Race, exam: Exam, large: Family, first: tuple[float, float]) -> str:
    """Timed at n, 2n and 4n, as far as one call stays short."""
    known = [first]
    for factor in (2, 4):
        if max(known[-1]) > TOO_LONG:
            break
        size = factor * USUAL
        # drawn directly: whether rounding could decide its answer does not matter here
        given = large.make(default_rng((exam.seed, factor)), size)
        times = race.times(Case(large, (exam.seed, factor), size, given))
        if times is None:
            break
        known.append(times)
    return growth(known)


def in_words(ratio: float, *, loops: bool) -> str:
    """A ratio of times, coarsely.

    >>> in_words(7.3, loops=True)
    'about 7x slower than the reference: a loop where an array operation would do'
    """
    if ratio < 1 / SLOWER:
        return "faster than the reference"
    if ratio <= SLOWER:
        return "about as fast as the reference"
    many = f"about {ratio:.0f}x" if ratio < MUCH_SLOWER else f"≥ {MUCH_SLOWER:.0f}x"
    why = ": a loop where an array operation would do" if loops else ""
    return f"{many} slower than the reference{why}"


def growth(times: list[tuple[float, float]]) -> str:
    """What each doubling of the case costs, where that is more than the reference's.

    >>> growth([(1.0, 1.0), (4.0, 2.0), (16.0, 4.0)])
    '; each doubling costs it 4.0x the time, the reference 2.0x'
    """
    steps = len(times) - 1
    if not steps:
        return ""
    mine, theirs = ((times[-1][who] / times[0][who]) ** (1 / steps) for who in range(2))
    if mine < STEEPER * theirs:
        return ""
    return f"; each doubling costs it {mine:.1f}x the time, the reference {theirs:.1f}x"


def has_loop(text: str) -> bool:
    """Whether the text loops anywhere: statements, and comprehensions."""
    loops = (ast.For, ast.While, ast.comprehension)
    return any(isinstance(node, loops) for node in ast.walk(parsed(text)))
