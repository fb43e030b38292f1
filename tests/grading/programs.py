"""The programs beside these tests, and how to grade one."""

from pathlib import Path

from quizml.grading.grade import Options, grade
from quizml.grading.submissions import Submission, read
from quizml.model.verdicts import Report

TESTS = Path(__file__).parent.parent


def programs(folder: str) -> list[Path]:
    return sorted((TESTS / folder).rglob("*.py"))


def declared(path: Path) -> str:
    """What line 1 says after its keyword."""
    return path.read_text("utf-8").splitlines()[0].split(":", 1)[1].strip()


def graded(path: Path, exercise: str, seed: int | None = None) -> Report:
    return grade(read(path), exercise, "", Options(seed=seed))


def graded_text(text: str, exercise: str, seed: int | None = None, **options: object) -> Report:
    submission = Submission("typed.py", text, (exercise,))
    return grade(submission, exercise, "", Options(seed=seed, **options))
