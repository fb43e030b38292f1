"""The shape of a reference: a solution, the families its cases are drawn from, known mistakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np

    from quizml.model.exercises import Category, Exercise

Arguments = dict[str, Any]
"""Parameter -> value: arrays, numbers, texts, tuples and lists of them; a fresh `default_rng(seed)`
where chance is asked for. Optional parameters may be missing."""

USUAL = 4
"""The size at which cases are drawn; shrinking goes down to 1."""


@dataclass(frozen=True, slots=True)
class Family:
    """Cases of one sort. `make(rng, size)` draws one, smaller as `size` falls."""

    category: Category
    name: str
    make: Callable[[np.random.Generator, int], Arguments]
    count: int = 2


class Suspect(NamedTuple):
    """A common mistake and what it computes: an answer equal to it names its cause."""

    cause: str
    answer: Callable[..., Any]


class Hidden(NamedTuple):
    """An exercise together with what the learner must not see before it is earned."""

    exercise: Exercise
    solve: Callable[..., Any]
    families: tuple[Family, ...]
    suspects: tuple[Suspect, ...] = ()
    equivalent: Callable[[Arguments, Any, Any], str] | None = None
    """Asked where values differ: empty if `got` is as good as `expected`, else what is wrong.

    For ties, signs, permutations, chance. Shape and kind were right; parts come as a tuple.
    """
    fair: Callable[[Arguments], bool] | None = None
    """False where rounding could decide the answer; such a case is not asked."""
    text: str = ""
    """The program that holds `solve`, where that is not ours to run."""

    def cases(self, seed: int, size: int = USUAL) -> Iterator[Case]:
        """All cases of one run, in the order of the families; the same for the same seed."""
        for index, family in enumerate(self.families):
            for turn in range(family.count):
                yield self.case(family, (seed, index, turn), size)

    def case(self, family: Family, seed: tuple[int, ...], size: int) -> Case:
        """One case of `family`; redrawn while it is not fair."""
        from numpy.random import default_rng  # noqa: PLC0415 - numpy waits until it is needed

        rng = default_rng(seed)
        for _ in range(100):
            arguments = family.make(rng, size)
            if self.fair is None or self.fair(arguments):
                return Case(family, seed, size, arguments)
        raise AssertionError(f"{self.exercise.name}: {family.name}: no fair case in 100 draws")


class Case(NamedTuple):
    """One call to make."""

    family: Family
    seed: tuple[int, ...]
    size: int
    arguments: Arguments
