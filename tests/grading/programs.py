"""The programs beside these tests, and how to grade one."""

import atexit
from functools import cache
from pathlib import Path

from quizml.grading.grade import Grader, Options
from quizml.grading.nursery import Nursery
from quizml.grading.submissions import Submission, read
from quizml.model.verdicts import Report

TESTS = Path(__file__).parent.parent


def programs(folder: str) -> list[Path]:
    return sorted((TESTS / folder).rglob("*.py"))


def declared(path: Path) -> str:
    """What line 1 says after its keyword."""
    return path.read_text("utf-8").splitlines()[0].split(":", 1)[1].strip()


@cache
def nursery() -> Nursery:
    """One for all: a test that wants one of its own makes it."""
    found = Nursery()
    atexit.register(found.close)
    return found


def graded(path: Path, exercise: str, seed: int | None = None) -> Report:
    return Grader(Options(seed=seed), nursery()).grade(read(path), exercise)


def graded_text(text: str, exercise: str, seed: int | None = None, **options: object) -> Report:
    submission = Submission("typed.py", text, (exercise,))
    own = None if options else nursery()
    with Grader(Options(seed=seed, **options), own) as grader:
        return grader.grade(submission, exercise)
