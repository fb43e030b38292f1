"""`quizml reveal`: the reference, once it is earned."""

from typing import Annotated

import typer

from quizml.cli.coding import named_card, record_review
from quizml.cli.context import current
from quizml.model.errors import CheckFailed
from quizml.model.reviews import Rating
from quizml.model.verdicts import Verdict


def reveal(
    card: Annotated[str, typer.Argument(help="A coding card: deck/id, its id, or its exercise.")],
    give_up: Annotated[
        bool, typer.Option("--give-up", help="Show it unearned; that counts as Again.")
    ] = False,
) -> None:
    """Show the reference of a coding card that you have passed, or give up on.

    Example: quizml reveal nms
    """
    context = current()
    found = named_card(context.library(), card)
    store = context.store()
    passed = any(attempt.verdict is Verdict.PASSED for attempt in store.attempts(found.id))
    given_up = any(r.review.rating is Rating.AGAIN for r in store.history(found.id))
    if not (passed or given_up):
        if not give_up:
            raise CheckFailed(
                f"{found.id} is not passed yet; quizml grade {found.exercise}.py, or "
                f"quizml reveal {found.exercise} --give-up (counts as Again)"
            )
        if context.interactive and not typer.confirm(f"Give up on {found.id}? It counts as Again"):
            raise CheckFailed("nothing was revealed")
        note = record_review(context, found.id, Rating.AGAIN, store.standing(found.id))
        typer.echo(note, err=True)
    _show(found.exercise)


def _show(exercise: str) -> None:
    from rich.syntax import Syntax  # noqa: PLC0415 - pygments

    from quizml.references import load  # noqa: PLC0415 - numpy
    from quizml.references.source import source  # noqa: PLC0415

    text = source(load(exercise))
    console = current().console()
    if console.is_terminal:
        console.print(Syntax(text, "python", theme="ansi_dark", background_color="default"))
    else:
        typer.echo(text)
