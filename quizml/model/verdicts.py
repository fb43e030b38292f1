"""What grading a submission comes to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """About the submission, never about us. In order of severity: a report shows its worst."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"
    MEMORY = "memory"
    TIMEOUT = "timeout"
    RAISED = "raised"
    WRONG = "wrong"
    PASSED = "passed"


class Failure(NamedTuple):
    """The case that decided the verdict, as small as it was found. All fields are safe to show."""

    case: str
    category: str
    message: str
    inputs: str = ""
    expected: str = ""
    got: str = ""
    cause: str = ""
    """A likely reason, where a test suggests one."""
    output: str = ""
    """What the submission printed in this case."""


class CategoryResult(NamedTuple):
    """How the cases of one category went; a process that ended leaves some of them unasked."""

    category: str
    passed: int
    total: int
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One graded function of one file."""

    file: str
    card: str
    exercise: str
    function: str
    verdict: Verdict
    passed: int
    total: int
    seconds: float
    reference_seconds: float
    categories: tuple[CategoryResult, ...] = ()
    failure: Failure | None = None
    output: str = ""
    """What the submission printed, escaped and capped."""
    sandbox: str = ""
    """How strong the fence was."""
    speed: str = ""
    """How fast it was beside the reference, in coarse words; empty where that was not measured."""
