"""The attempts at one coding card: told, printed, or handed to another program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from quizml.model.errors import BadInput

if TYPE_CHECKING:
    from quizml.cli.context import Context
    from quizml.model.attempts import Attempt
    from quizml.model.cards import Code


def print_history(context: Context, card: Code) -> None:
    """A line for each attempt, the newest last."""
    attempts = context.store().attempts(card.id)
    if not attempts:
        typer.echo(f"{card.id}: {_untried(card)}")
        return
    from quizml.ui.attempts import attempts_view  # noqa: PLC0415

    context.draw(attempts_view(attempts, context.now().tzinfo, context.width))


def print_attempt(context: Context, card: Code, number: int) -> None:
    """The text of one attempt: as it was handed in, or harmless and coloured on a terminal."""
    attempts = context.store().attempts(card.id)
    if number > len(attempts):
        there = f"there are {len(attempts)}" if attempts else _untried(card)
        raise BadInput(f"{card.id}: there is no attempt {number}: {there}")
    text = attempts[number - 1].submission
    if not sys.stdout.isatty():
        typer.echo(text, nl=not text.endswith("\n"))
        return
    from quizml.ui.code import highlighter  # noqa: PLC0415 - pygments
    from quizml.ui.lines import clean, fold  # noqa: PLC0415

    code = highlighter(context.theme())(clean(text.rstrip()), "python")
    context.draw(piece for line in code for piece in fold(line, context.width))


def history_json(context: Context, card: Code) -> None:
    """All there is to know of each attempt."""
    import json  # noqa: PLC0415

    attempts = context.store().attempts(card.id)
    rows = [_row(number, attempt) for number, attempt in enumerate(attempts, 1)]
    typer.echo(json.dumps(rows, ensure_ascii=True, indent=2))


def _row(number: int, attempt: Attempt) -> dict[str, object]:
    return {
        "number": number,
        "card": attempt.card,
        "at": attempt.at.isoformat(),
        "verdict": attempt.verdict,
        "category": attempt.category or None,
        "seconds": round(attempt.seconds, 6),
        "submission": attempt.submission,
    }


def _untried(card: Code) -> str:
    name = card.exercise
    return f"not tried yet; quizml code {name} writes a starter, quizml grade {name}.py grades it"
