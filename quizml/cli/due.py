"""`quizml due`: what there is to study now, deck by deck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quizml.cli.completion import deck_names
from quizml.cli.context import Context, current
from quizml.cli.outlooks import outlooks, print_json, shortly
from quizml.model.text import Display

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from quizml.study.plan import Outlook

HEADINGS = {
    False: ("deck", "due", "learning", "new", "next"),
    True: ("牌组", "到期", "学习中", "新卡", "下次"),
}
"""Of the table; by whether it is in Chinese."""
ALL = {False: "all", True: "全部"}


def due(
    decks: Annotated[
        list[str] | None,
        typer.Argument(
            help="Decks by name, or paths to decks; all without one.", autocompletion=deck_names
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Show what is due: reviews, cards in their steps, new cards, and when there is more.

    A deck's row tells what `quizml study DECK` would ask now, the last row what it would ask of all
    of them: the daily limits hold for each row as a whole.

    Example: quizml due detection --json
    """
    if as_json:
        print_json(decks or [])
        return
    context = current()
    library = context.chosen(decks or [])
    total, *each = outlooks(context, library)
    names = [deck.name for deck in library.decks]
    _print_table(context, total, list(zip(names, each, strict=True)))


def _print_table(context: Context, total: Outlook, decks: list[tuple[str, Outlook]]) -> None:
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    chinese, now = context.settings.language is Display.ZH, context.now()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for place, heading in enumerate(HEADINGS[chinese]):
        table.add_column(heading, justify="left" if place in {0, 4} else "right", no_wrap=True)
    for name, outlook in decks:
        table.add_row(*map(Text, _cells(name, outlook, now)))
    table.add_row(*map(Text, _cells(ALL[chinese], total, now)), style="bold")
    context.show(table)


def _cells(name: str, outlook: Outlook, now: datetime) -> Iterable[str]:
    counts = (outlook.due, outlook.learning, outlook.new)
    return (name, *map(str, counts), shortly(outlook.next_due, now))
