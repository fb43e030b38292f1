"""`quizml grade`: run a submission against the hidden reference."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from quizml.cli.context import Context, current
from quizml.grading.grade import Options, missing
from quizml.grading.grade import grade as grade_one
from quizml.grading.submissions import Submission, files_in, read
from quizml.model.errors import BadInput, Fault
from quizml.model.verdicts import Report, Verdict
from quizml.references import EXERCISES

SEVERITY = list(Verdict)
MANY = 4
"""From so many reports on, a table stands at the end."""


@dataclass(slots=True)
class Work:
    """What there is to grade, and what went wrong before and during it."""

    targets: list[tuple[Submission, str]] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """Ours first, then theirs, then what could not be read."""
        if self.faults:
            return Fault.exit_code
        if any(report.verdict is not Verdict.PASSED for report in self.reports):
            return 1
        return BadInput.exit_code if self.complaints else 0


def grade(
    files: Annotated[list[Path], typer.Argument(help="Python files, or folders of them.")],
    card: Annotated[
        str | None, typer.Option(help="Only this card (deck/id) or exercise, wherever it is.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="How many submissions at a time.")] = 1,
    require_sandbox: Annotated[
        bool, typer.Option("--require-sandbox", help="Refuse to run without the full sandbox.")
    ] = False,
    seed: Annotated[int | None, typer.Option(hidden=True)] = None,
) -> None:
    """Grade every function in FILES that is an exercise, against its hidden reference.

    Passing when the card is new or due is a review; every attempt is kept.

    Example: quizml grade nms.py
    """
    if os.name == "nt":
        raise BadInput("grading needs Linux or macOS: on Windows nothing would fence your code yet")
    context = current()
    exercise = _exercise(context, card) if card else None
    work = _work(files, exercise)
    _run(work, Options(seed=seed, require_full=require_sandbox), jobs)
    notes = _log(context, work, card)
    if as_json:
        import json  # noqa: PLC0415 - seldom wanted

        typer.echo(json.dumps(_as_json(work.reports), ensure_ascii=False, indent=2))
    else:
        _show(context, work.reports, notes)
    for line in [*work.complaints, *work.faults]:
        typer.echo(f"quizml: {line}", err=True)
    raise typer.Exit(work.exit_code)


def _exercise(context: Context, name: str) -> str:
    """The exercise that --card means; the decks are only read if it is not itself one."""
    if name in EXERCISES:
        return name
    from quizml.cli.coding import named_card  # noqa: PLC0415 - the child starts sooner without

    return named_card(context.library(), name).exercise


def _work(files: list[Path], exercise: str | None) -> Work:
    work = Work()
    paths = files_in(files)
    for path in paths:
        try:
            submission = read(path)
        except BadInput as error:
            work.complaints.append(str(error))
            continue
        names = submission.exercises(EXERCISES if exercise is None else [exercise])
        work.targets += [(submission, name) for name in names]
        if exercise and not names:
            work.reports.append(missing(submission, exercise, ""))
        elif not names and path in files:
            known = ", ".join(EXERCISES)
            what = f"{path}: nothing to grade: no function called {known}"
            work.complaints.append(what)
    if not work.targets and not work.reports:
        none = f"{', '.join(map(str, files))}: nothing to grade"
        raise BadInput("; ".join(work.complaints) or none)
    return work


def _run(work: Work, options: Options, jobs: int) -> None:
    def one(target: tuple[Submission, str]) -> Report | str:
        try:
            return grade_one(*target, "", options)
        except Fault as fault:
            return f"{target[0].file}: {target[1]}: {fault}"

    if jobs == 1 or len(work.targets) == 1:
        outcomes = [one(target) for target in work.targets]
    else:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - seldom wanted

        with ThreadPoolExecutor(jobs) as pool:
            outcomes = list(pool.map(one, work.targets))
    work.reports = [o for o in outcomes if isinstance(o, Report)] + work.reports
    work.faults += [o for o in outcomes if isinstance(o, str)]


def _log(context: Context, work: Work, card: str | None) -> list[str]:
    """Give each report its card, and keep the attempt; a note for each report."""
    from quizml.cli.coding import code_cards, named_card, record_attempt  # noqa: PLC0415

    notes = []
    library = context.library()
    texts = {submission.file: submission.text for submission, _ in work.targets}
    asked = named_card(library, card) if card and card not in EXERCISES else None
    cards = [asked] if asked else code_cards(library)
    for place, report in enumerate(work.reports):
        fits = [found.id for found in cards if found.exercise == report.exercise]
        if len(fits) != 1:
            several = f"{' and '.join(fits)} ask for it: choose with --card; nothing was logged"
            notes.append(several if fits else "no card asks for it; nothing was logged")
            continue
        work.reports[place] = replace(report, card=fits[0])
        text = texts.get(report.file)
        notes.append(record_attempt(context, work.reports[place], text) if text else "")
    return notes


def _show(context: Context, reports: list[Report], notes: list[str]) -> None:
    from rich.text import Text  # noqa: PLC0415

    from quizml.ui.verdicts import report_view, summary_view  # noqa: PLC0415 - rich

    for report, note in zip(reports, notes, strict=True):
        context.show(report_view(report, [note] if note else []), "")
    if len(reports) >= MANY:
        context.show(summary_view(reports))
    if any(report.sandbox for report in reports):
        context.show(Text(f"sandbox: {_level(reports)}", "dim"))


def _level(reports: list[Report]) -> str:
    """The weakest that any report had."""
    levels = {report.sandbox for report in reports if report.sandbox}
    return "full" if levels == {"full"} else "limits" if levels else ""


def _as_json(reports: list[Report]) -> dict[str, Any]:
    worst = min((report.verdict for report in reports), key=SEVERITY.index, default=Verdict.MISSING)
    return {
        "verdict": worst,
        "sandbox": _level(reports),
        "results": [_result(report) for report in reports],
    }


def _result(report: Report) -> dict[str, Any]:
    names = ("file", "card", "exercise", "function", "verdict", "passed", "total")
    times = {n: round(getattr(report, n), 6) for n in ("seconds", "reference_seconds")}
    failure = report.failure
    return (
        {name: getattr(report, name) for name in names}
        | times
        | {
            "card": report.card or None,
            "failure": failure
            and {
                "case": failure.case,
                "category": failure.category,
                "message": failure.message + (f" ({failure.cause})" if failure.cause else ""),
                "inputs": failure.inputs,
                "expected": failure.expected,
                "got": failure.got,
            },
        }
    )
