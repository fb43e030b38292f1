"""`quizml grade`: run submissions against the hidden references."""

from pathlib import Path
from typing import Annotated

import typer

from quizml.cli.grading import Wanted, carry_out

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
    wanted = Wanted(
        files=tuple(files),
        card=card,
        watch=watch,
        plain=plain,
        as_json=as_json,
        junit=junit,
        gradescope=gradescope,
        jobs=jobs,
        dask=dask,
        backend=backend or "",
        keep=not no_log,
        require_sandbox=require_sandbox,
        seed=seed,
    )
    raise typer.Exit(carry_out(wanted))
