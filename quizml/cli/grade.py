"""`quizml grade`: run submissions against the hidden references."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from quizml.cli.context import Context, current
from quizml.cli.exercises import brought, reference_file
from quizml.cli.work import Job, Work, found_in, level, log, take_in
from quizml.grading.backends import BACKENDS
from quizml.grading.escape import escaped
from quizml.grading.grade import Grader, Options
from quizml.model.errors import BadInput, QuizmlError
from quizml.model.verdicts import Report
from quizml.references import EXERCISES

FEW = 3
"""So few functions are also timed beside their references, where somebody sees it."""
Output = Callable[[Context, Work], None]

Files = Annotated[list[Path], typer.Argument(help="Python files, or folders of them.")]
OneCard = Annotated[
    str | None, typer.Option(help="Only this card (deck/id) or exercise, wherever it is.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Grade again whenever a file is saved.")]
Plain = Annotated[
    bool, typer.Option("--plain", help="With --watch: line by line, no cursor tricks.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object.")]
JUnit = Annotated[Path | None, typer.Option(metavar="FILE", help="Write JUnit XML as well.")]
Gradescope = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write Gradescope's results.json as well.")
]
Jobs = Annotated[int, typer.Option(min=1, help="How many submissions at a time.")]
Dask = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Spread them over this Dask cluster.")
]
WrittenWith = Annotated[
    str | None,
    typer.Option("--backend", help="numpy, torch or jax; else as the annotations say."),
]
NoLog = Annotated[
    bool, typer.Option("--no-log", help="Keep no attempt, review no card: for others' files.")
]
RequireSandbox = Annotated[
    bool, typer.Option("--require-sandbox", help="Refuse to run without the full sandbox.")
]
Seed = Annotated[int | None, typer.Option(hidden=True)]


def grade(
    files: Files,
    card: OneCard = None,
    watch: Watch = False,
    plain: Plain = False,
    as_json: Json = False,
    junit: JUnit = None,
    gradescope: Gradescope = None,
    jobs: Jobs = 1,
    dask: Dask = None,
    backend: WrittenWith = None,
    no_log: NoLog = False,
    require_sandbox: RequireSandbox = False,
    seed: Seed = None,
) -> None:
    """Grade every function in FILES that is an exercise, against its hidden reference.

    A pass of a card that is new or due is a review: Easy at the first try and within 5 minutes of
    the starter file (10 and 20 for medium and hard cards), Good at the first try, Hard after
    failures. Every attempt is kept.

    Example: quizml grade nms.py --watch
    """
    if os.name == "nt":
        raise BadInput("grading needs Linux or macOS: on Windows nothing would fence your code yet")
    if watch and (as_json or junit or gradescope or dask):
        raise BadInput("--watch shows its reports as they come, here: leave the other outputs away")
    context = current()
    outputs = _outputs(junit, gradescope)
    if backend and backend not in BACKENDS:
        raise BadInput(f"--backend {backend}: it is one of {', '.join(BACKENDS)}")
    options = Options(seed=seed, backend=backend or "", require_full=require_sandbox)
    job = _job(context, files, card, options)._replace(keep=not no_log)
    if watch:
        work = _watch(context, job, plain=plain or not context.interactive)
    else:
        work = _once(context, job, (jobs, dask), outputs, as_json=as_json)
    for trouble in work.troubles:
        typer.echo(f"quizml: {escaped(' '.join(trouble.what.split()))}", err=True)
    raise typer.Exit(work.exit_code)


Where = tuple[int, str | None]
"""How many at a time here, or the address of the cluster that grades."""


def _once(
    context: Context, job: Job, where: Where, outputs: list[Output], *, as_json: bool
) -> Work:
    """Grade, keep, write and show; what came of it."""
    work = found_in(job.files, job)
    if not (work.targets or work.reports or work.troubles):
        raise BadInput(f"{', '.join(map(str, job.files))}: nothing to grade")
    seen = sys.stdout.isatty() and not as_json
    _run(work, replace(job.options, speed=seen and len(work.targets) <= FEW), where)
    log(context, work, job)
    for write in outputs:
        write(context, work)
    if not as_json:
        _show(context, work)
    elif work.targets or work.reports:
        from quizml.cli.results import as_json as in_json  # noqa: PLC0415 - seldom wanted

        typer.echo(in_json(work))
    return work


def _watch(context: Context, job: Job, *, plain: bool) -> Work:
    """Grade again and again; the last report stays when the screen is gone."""
    from quizml.cli.watch import watch  # noqa: PLC0415 - screens and keys

    timed = job._replace(options=replace(job.options, speed=True))
    work = watch(context, timed, plain=plain)
    if not plain:
        _show(context, work)
    return work


def _job(context: Context, files: list[Path], name: str | None, options: Options) -> Job:
    """What is asked: --card means an exercise, or a card and its exercise."""
    if name is None or name in EXERCISES:
        return Job(tuple(files), name, None, options, brought(context))
    from quizml.cli.coding import named_card  # noqa: PLC0415 - the child starts sooner without

    card = named_card(context.library(), name)
    place = reference_file(context, card)
    own = {card.exercise: place} if place else {}
    return Job(tuple(files), card.exercise, card, options, own)


def _outputs(junit: Path | None, gradescope: Path | None) -> list[Output]:
    """What writes the files asked for; raises BadInput if one of them could not be written."""
    if junit is None and gradescope is None:
        return []
    from quizml.cli import results  # noqa: PLC0415 - seldom wanted
    from quizml.cli.outputs import writable, write  # noqa: PLC0415

    found: list[Output] = []
    if junit is not None:
        xml = writable(junit)
        found.append(lambda context, work: write(xml, results.junit(work, context.now())))
    if gradescope is not None:
        marks = writable(gradescope)
        found.append(lambda _, work: write(marks, results.gradescope(work)))
    return found


def _run(work: Work, options: Options, where: Where) -> None:
    """Grade the targets; the one place that does so outside --watch."""
    if not work.targets:
        return
    jobs, address = where
    if len(work.targets) == 1 and not address:
        try:
            with Grader(options) as grader:
                outcomes: list[Report | QuizmlError] = [grader.grade(*work.targets[0])]
        except QuizmlError as error:
            outcomes = [error]
    else:
        from quizml.cli.progress import Progress  # noqa: PLC0415 - for many alone
        from quizml.grading.many import grade_all, grade_on_cluster  # noqa: PLC0415

        with Progress(len(work.targets)) as progress:
            if address:
                outcomes = grade_on_cluster(work.targets, options, address, progress.done)
            else:
                outcomes = grade_all(work.targets, options, jobs, progress.done)
    take_in(work, outcomes)


def _show(context: Context, work: Work) -> None:
    from quizml.ui.verdicts import results  # noqa: PLC0415 - after the verdict

    context.draw(results(work.reports, work.notes, level(work.reports), context.width))
