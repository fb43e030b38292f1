"""Cases to a report: one submission's function against the hidden reference.

All that decides is here, in the parent: reference, seeds, expected values, tolerances. The child is
handed arrays and hands back arrays.
"""

from __future__ import annotations

import copy
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from quizml.grading.answers import (
    arrays_in,
    difference,
    from_submission,
    is_plain,
    shown_answer,
)
from quizml.grading.causes import CHANGED, likely_cause
from quizml.grading.compare import Mismatch, closeness_for, same_bytes
from quizml.grading.outcomes import Answered, Ended, Raised, Unusable
from quizml.grading.shown import shown, shown_call
from quizml.model.exercises import Category
from quizml.model.verdicts import CategoryResult, Failure, Report, Verdict

if TYPE_CHECKING:
    from quizml.grading.exam import Exam
    from quizml.grading.outcomes import Outcome
    from quizml.grading.sandbox import Sandbox
    from quizml.references.hidden import Case

SPARE_BYTES = 1 << 20
BUDGET = 10.0
"""Seconds after which a submission that has failed already is asked no more."""
ENDS = (Verdict.FORBIDDEN, Verdict.MEMORY, Verdict.TIMEOUT)
"""What outranks earlier cases: each ends or spoils the process."""
SEVERITY = {verdict: place - len(Verdict) for place, verdict in enumerate(ENDS)}


class Finding(NamedTuple):
    """A case that did not pass."""

    case: Case
    verdict: Verdict
    message: str
    expected: str = ""
    got: str = ""
    cause: str = ""
    output: str = ""
    final: bool = False
    """The child is of no more use."""

    @property
    def failure(self) -> Failure:
        """As the report has it."""
        return Failure(
            case=self.case.family.name,
            category=self.case.family.category,
            message=self.message,
            inputs=shown_call(self.case.arguments),
            expected=self.expected,
            got=self.got,
            cause=self.cause,
            output=self.output,
        )


@dataclass(slots=True)
class Course:
    """How the cases went so far."""

    findings: list[Finding] = field(default_factory=list)
    asked: list[Case] = field(default_factory=list)
    seconds: float = 0.0
    reference_seconds: float = 0.0
    output: str = ""

    @property
    def worst(self) -> Finding | None:
        """The first finding of the gravest sort; wrong and raised are equally grave."""
        return min(self.findings, key=lambda f: SEVERITY.get(f.verdict, 0), default=None)


class Judge:
    """Asks one child about one exercise."""

    def __init__(self, exam: Exam, child: Sandbox) -> None:
        self.exam, self.hidden, self.child = exam, exam.hidden, child
        self.course = Course()

    def run(self) -> Course:
        """Ask every case, in order, as long as the child lives."""
        deadline = time.monotonic() + BUDGET
        for case in self.exam.cases:
            if self.course.findings and time.monotonic() > deadline:
                break
            self.course.asked.append(case)
            finding = self.ask(case)
            if finding:
                self.course.findings.append(finding)
                if finding.final or finding.verdict is Verdict.MEMORY:
                    break
        return self.course

    def ask(self, case: Case) -> Finding | None:
        """None if the case passes."""
        arguments, expected = case.arguments, self.exam.expected(case)
        self.course.reference_seconds += expected.seconds
        limits = self.hidden.exercise.limits
        sent = sum(array.nbytes for array in arrays_in(arguments))
        back = sum(array.nbytes for array in arrays_in(expected.answer))
        outcome = self.child.call(
            *self.hidden.exercise.call(arguments),
            seconds=max(limits.seconds, limits.factor * expected.seconds) + self.child.patience,
            cap=1 << (16 * back + sent + SPARE_BYTES).bit_length(),  # rounded: it tells no size
            inputs_back=case.family.category is Category.ALIASING,
        )
        self.course.seconds += outcome.seconds
        self.course.output = (self.course.output + outcome.output)[:4000]
        finding = self._finding(case, expected.answer, outcome)
        if finding is None:
            return None
        want = finding.expected or shown_answer(self.hidden.exercise, expected.answer)
        return finding._replace(expected=want, output=outcome.output)

    def _finding(self, case: Case, expected: Any, outcome: Outcome) -> Finding | None:
        match outcome:
            case Answered(value=value, inputs=inputs):
                return self._compared(case, expected, value) or self._changed(case, inputs)
            case Unusable(what=what):
                message = f"it returned {what}, which is no answer"
                return Finding(case, Verdict.WRONG, message, got=what)
            case Raised(verdict=verdict, what=what):
                return Finding(case, verdict, what)
            case Ended(verdict=verdict, what=what):
                return Finding(case, verdict, what, final=True)

    def _compared(self, case: Case, expected: Any, value: Any) -> Finding | None:
        exercise = self.hidden.exercise
        got = from_submission(exercise, value, expected)
        if isinstance(got, Mismatch):
            cause = "a `return` is missing" if value is None else ""
            return Finding(case, Verdict.WRONG, got.message, got=shown(value), cause=cause)
        given, answers = list(arrays_in(case.arguments)), list(arrays_in(got))
        near = closeness_for(exercise.closeness, given, answers)
        wrong = difference(exercise, expected, got, near)
        if wrong and wrong.values_differ and self.hidden.equivalent:
            found = self.hidden.equivalent(copy.deepcopy(case.arguments), expected, got)
            wrong = Mismatch(found) if found else None
        if wrong is None:
            return None
        cause = ""
        if not is_plain(exercise):
            cause = likely_cause(self.hidden, case.arguments, expected, got, near)
        have = shown_answer(exercise, got)
        return Finding(case, Verdict.WRONG, wrong.message, got=have, cause=cause)

    def _changed(self, case: Case, inputs: tuple[Any, ...]) -> Finding | None:
        if case.family.category is not Category.ALIASING:
            return None
        positional, named = self.hidden.exercise.call(case.arguments)
        names = [p.name for p in self.hidden.exercise.parameters[: len(positional)]] + list(named)
        if len(inputs) != len(names):
            return Finding(case, Verdict.FORBIDDEN, "the arguments did not come back")
        for name, after in zip(names, inputs, strict=True):
            before = case.arguments[name]
            if not _same(before, after):
                message = f"the right answer, but the argument `{name}` was changed"
                now = shown(after)
                return Finding(case, Verdict.WRONG, message, shown(before), now, CHANGED)
        return None


def _same(before: Any, after: Any) -> bool:
    if isinstance(before, np.ndarray):
        return same_bytes(before, after)
    if isinstance(before, tuple | list):
        alike = isinstance(after, tuple | list) and len(after) == len(before)
        return alike and all(map(_same, before, after))
    if isinstance(before, np.random.Generator):
        return True
    alike = not isinstance(after, tuple | list) and np.ndim(after) == 0
    return alike and bool(before == after)


def categories(cases: list[Case], course: Course) -> tuple[CategoryResult, ...]:
    """How each category went, in their order."""
    failed = {id(finding.case) for finding in course.findings}
    results = []
    for category in Category:
        mine = [case for case in cases if case.family.category is category]
        asked = [case for case in course.asked if case.family.category is category]
        passed = sum(id(case) not in failed for case in asked)
        if mine:
            results.append(
                CategoryResult(category=category, passed=passed, total=len(mine), asked=len(asked))
            )
    return tuple(results)


def judged(report: Report, judge: Judge, smallest: Finding | None) -> Report:
    """`report`, which knows its file and card, with how it went."""
    course, cases = judge.course, judge.exam.cases
    results = categories(cases, course)
    return replace(
        report,
        verdict=smallest.verdict if smallest else Verdict.PASSED,
        passed=sum(result.passed for result in results),
        total=len(cases),
        seconds=course.seconds,
        reference_seconds=course.reference_seconds,
        categories=results,
        failure=smallest.failure if smallest else None,
        output=course.output,
    )
