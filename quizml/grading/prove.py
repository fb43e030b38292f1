"""Whether a deck's own exercise is sound: what `quizml deck check` asks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizml.grading.grade import Grader, Options
from quizml.grading.submissions import Submission, read
from quizml.model.errors import BadInput
from quizml.model.verdicts import Verdict
from quizml.references.starter import starter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK = "# WRONG:"
LEAST_WRONG = 1


def prove(reference: Path, name: str) -> Iterator[tuple[Path, str]]:
    """What is wrong with the exercise, each with the file that it is about.

    The reference has to pass as a submission, the starter to fail, every program in `right/<name>`
    to pass, and every one in `wrong/<name>` to fail; in the category that its first line names
    (`# WRONG: edge: why`), if it names one.
    """
    try:
        with Grader(Options()) as grader:
            yield from _proved(grader, reference, name)
    except BadInput as error:
        yield reference, str(error).removeprefix(f"{reference}: ")


def _proved(grader: Grader, reference: Path, name: str) -> Iterator[tuple[Path, str]]:
    def verdict(text: str) -> tuple[Verdict, str, str]:
        found = grader.grade(Submission(str(reference), text, (name,)), name, reference=reference)
        failure = found.failure
        return (
            found.verdict,
            failure.category if failure else "",
            failure.message if failure else "",
        )

    passed, _, message = verdict(reference.read_text("utf-8"))
    if passed is not Verdict.PASSED:
        yield reference, f"{name}: the reference does not pass its own cases: {_line(message)}"
        return
    if verdict(starter(grader.exam(name, reference).hidden.exercise))[0] is Verdict.PASSED:
        yield reference, f"{name}: the starter passes"
    for file in sorted((reference.parent / "right" / name).glob("*.py")):
        passed, _, message = verdict(read(file).text)
        if passed is not Verdict.PASSED:
            yield file, f"{name}: declared right, but {passed}: {_line(message)}"
    wrong = sorted((reference.parent / "wrong" / name).glob("*.py"))
    for file in wrong:
        text = read(file).text
        passed, category, _ = verdict(text)
        if passed is Verdict.PASSED:
            yield file, f"{name}: declared wrong, but it passes"
        named = _named(text)
        if category and named and category != named:
            yield file, f"{name}: fails in {category}, and declares {named}"
    if len(wrong) < LEAST_WRONG:
        yield reference, f"{name}: no wrong program in wrong/{name} shows that its cases tell apart"


def _named(text: str) -> str:
    first = text.partition("\n")[0]
    return first.removeprefix(MARK).split(":")[0].strip() if first.startswith(MARK) else ""


def _line(message: str) -> str:
    return " / ".join(message.splitlines())
