"""The cases of one run and their right answers, worked out once for all who are asked them."""

from __future__ import annotations

import copy
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from quizml.grading.answers import from_reference
from quizml.model.errors import Fault, QuizmlError

if TYPE_CHECKING:
    from quizml.references.hidden import Case, Hidden


class Expected(NamedTuple):
    """What the reference answers, and how long it took."""

    answer: Any
    seconds: float


@dataclass(slots=True)
class Exam:
    """One exercise with the cases that a seed draws."""

    hidden: Hidden
    seed: int
    cases: list[Case] = field(init=False)
    _known: dict[int, Expected] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.cases = list(self.hidden.cases(self.seed))
        if not self.cases:
            raise Fault(f"the exercise {self.hidden.exercise.name} has no cases")

    def expected(self, case: Case) -> Expected:
        """The reference's answer; kept for the cases of the exam, not for what shrinking tries."""
        known = self._known.get(id(case))
        if known is None:
            known = self._solved(case)
            if any(case is mine for mine in self.cases):
                self._known[id(case)] = known
        return known

    def _solved(self, case: Case) -> Expected:
        own = copy.deepcopy(case.arguments)
        began = time.perf_counter()
        try:
            answer = from_reference(self.hidden.exercise, self.hidden.solve(**own))
        except QuizmlError:
            raise  # a deck's own reference says itself what is wrong
        except Exception as error:
            raise Fault(f"the reference of {self.hidden.exercise.name} failed: {error}") from error
        return Expected(answer, time.perf_counter() - began)
