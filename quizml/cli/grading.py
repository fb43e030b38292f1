"""What `quizml grade` does, without the command framework: the short form goes past it."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

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


class Wanted(NamedTuple):
    """What was typed."""

    files: tuple[Path, ...]
    card: str | None = None
    watch: bool = False
    plain: bool = False
    as_json: bool = False
    junit: Path | None = None
    gradescope: Path | None = None
    jobs: int = 1
    dask: str | None = None
    backend: str = ""
    keep: bool = True
    require_sandbox: bool = False
    seed: int | None = None


def carry_out(wanted: Wanted) -> int:
    """Grade, show, keep; the exit code."""
    if os.name == "nt":
        raise BadInput("grading needs Linux or macOS: on Windows nothing would fence your code yet")
    elsewhere = wanted.as_json or wanted.junit or wanted.gradescope or wanted.dask
    if wanted.watch and elsewhere:
        raise BadInput("--watch shows its reports as they come, here: leave the other outputs away")
    context = current()
    outputs = _outputs(wanted.junit, wanted.gradescope)
    if wanted.backend and wanted.backend not in BACKENDS:
        raise BadInput(f"--backend {wanted.backend}: it is one of {', '.join(BACKENDS)}")
    options = Options(seed=wanted.seed, backend=wanted.backend, require_full=wanted.require_sandbox)
    job = _job(context, wanted.files, wanted.card, options)._replace(keep=wanted.keep)
    if wanted.watch:
        work = _watch(context, job, plain=wanted.plain or not context.interactive)
    else:
        work = _once(context, job, (wanted.jobs, wanted.dask), outputs, as_json=wanted.as_json)
    for trouble in work.troubles:
        line = escaped(" ".join(trouble.what.split()))
        print(f"quizml: {line}", file=sys.stderr)  # noqa: T201
    return work.exit_code


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

        print(in_json(work))  # noqa: T201
    return work


def _watch(context: Context, job: Job, *, plain: bool) -> Work:
    """Grade again and again; the last report stays when the screen is gone."""
    from quizml.cli.watch import watch  # noqa: PLC0415 - screens and keys

    timed = job._replace(options=replace(job.options, speed=True))
    work = watch(context, timed, plain=plain)
    if not plain:
        _show(context, work)
    return work


def _job(context: Context, files: tuple[Path, ...], name: str | None, options: Options) -> Job:
    """What is asked: --card means an exercise, or a card and its exercise."""
    if name is None or name in EXERCISES:
        return Job(files, name, None, options, brought(context))
    from quizml.cli.coding import named_card  # noqa: PLC0415 - the child starts sooner without

    card = named_card(context.library(), name)
    place = reference_file(context, card)
    own = {card.exercise: place} if place else {}
    return Job(files, card.exercise, card, options, own)


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
