"""`quizml code`: a file to begin with, a hint on the way, and what was tried before."""

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizml.cli.coding import begin, named_card
from quizml.cli.context import Context, current
from quizml.cli.exercises import starter_text
from quizml.model.errors import BadInput

if TYPE_CHECKING:
    from quizml.model.cards import Code


def code(
    card: Annotated[str, typer.Argument(help="A coding card: deck/id, its id, or its exercise.")],
    folder: Annotated[Path, typer.Option("--dir", help="Where to write it.")] = Path(),
    edit: Annotated[bool, typer.Option("--edit", help="Open it in your editor.")] = False,
    hint: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Show hint N instead: 1, then 2, …")
    ] = None,
    history: Annotated[
        bool, typer.Option("--history", help="Show every attempt instead, the newest last.")
    ] = False,
    show: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Print the text of attempt N instead.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="The attempts as JSON, texts too.")
    ] = False,
) -> None:
    """Write a starter file for a coding card; an existing file is never overwritten.

    The clock starts here: passing soon, at the first try, counts as Easy.

    Example: quizml code nms --edit
    """
    context = current()
    history = history or as_json
    if (hint is not None) + (show is not None) + history > 1:
        raise BadInput("--hint, --history and --show: choose one of them")
    found = named_card(context.library(), card)
    if hint is not None:
        _hint(context, found, hint)
    elif history or show is not None:
        from quizml.cli.history import history_json, print_attempt, print_history  # noqa: PLC0415

        if show is not None:
            print_attempt(context, found, show)
        else:
            (history_json if as_json else print_history)(context, found)
    else:
        _start(context, found, folder, edit=edit)


def _start(context: Context, card: "Code", folder: Path, *, edit: bool) -> None:
    path = folder / f"{card.exercise}.py"
    if not (edit and path.exists()):
        write_starter(context, path, card)
        typer.echo(f"{path}: written; when it is done: quizml grade {path}")
    begin(context, card.id)
    if edit:
        try:
            subprocess.run([*context.editor(), str(path)], check=False)  # noqa: S603 - theirs
        except OSError as error:
            raise BadInput(f"the editor could not be started: {error.strerror}") from None


def _hint(context: Context, card: "Code", number: int) -> None:
    from quizml.ui.watching import hints  # noqa: PLC0415 - Markdown

    count = len(card.hints)
    if number > count:
        there = f"hints: {count}" if count else "no hints"
        raise BadInput(f"{card.id} has no hint {number} ({there})")
    width = min(context.width, 100)
    context.draw(hints(card, [number], context.settings.language, width, context.theme()))
    if number < count:
        typer.echo(f"next: quizml code {card.exercise} --hint {number + 1}", err=True)


def write_starter(context: Context, path: Path, card: "Code") -> None:
    """Write the card's starter; raises BadInput if the file is there already."""
    if path.exists():
        raise BadInput(f"{path}: is there already and was not touched")
    text = starter_text(context, card)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise BadInput(f"{path}: is there already and was not touched") from None
    except OSError as error:
        raise BadInput(f"{path}: cannot be written: {error.strerror}") from None
