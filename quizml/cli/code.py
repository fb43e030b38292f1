"""`quizml code`: a file to begin with."""

import subprocess
from pathlib import Path
from typing import Annotated

import typer

from quizml.cli.coding import named_card
from quizml.cli.context import current
from quizml.model.errors import BadInput


def code(
    card: Annotated[str, typer.Argument(help="A coding card: deck/id, its id, or its exercise.")],
    folder: Annotated[Path, typer.Option("--dir", help="Where to write it.")] = Path(),
    edit: Annotated[bool, typer.Option("--edit", help="Open it in your editor.")] = False,
) -> None:
    """Write a starter file for a coding card; an existing file is never overwritten.

    Example: quizml code nms --edit
    """
    context = current()
    exercise = named_card(context.library(), card).exercise
    path = folder / f"{exercise}.py"
    if not (edit and path.exists()):
        write_starter(path, exercise)
        typer.echo(f"{path}: written; when it is done: quizml grade {path}")
    if edit:
        try:
            subprocess.run([*context.editor(), str(path)], check=False)  # noqa: S603 - theirs
        except OSError as error:
            raise BadInput(f"the editor could not be started: {error.strerror}") from None


def write_starter(path: Path, exercise: str) -> None:
    """Write the exercise's starter; raises BadInput if the file is there already."""
    from quizml.references import load  # noqa: PLC0415 - numpy
    from quizml.references.starter import starter  # noqa: PLC0415

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(starter(load(exercise).exercise))
    except FileExistsError:
        raise BadInput(f"{path}: is there already and was not touched") from None
    except OSError as error:
        raise BadInput(f"{path}: cannot be written: {error.strerror}") from None
