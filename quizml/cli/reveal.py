"""`quizml reveal`: the reference, once it is earned, beside the learner's own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from quizml.cli.coding import earned, named_card, record_review
from quizml.cli.context import Context, current
from quizml.cli.exercises import reference_text
from quizml.model.errors import CheckFailed
from quizml.model.reviews import Rating

if TYPE_CHECKING:
    from quizml.model.attempts import Attempt
    from quizml.model.cards import Code
    from quizml.model.text import Language
    from quizml.ui.compared import Titled
    from quizml.ui.lines import Line


def reveal(
    card: Annotated[str, typer.Argument(help="A coding card: deck/id, its id, or its exercise.")],
    give_up: Annotated[
        bool, typer.Option("--give-up", help="Show it unearned; that counts as Again.")
    ] = False,
) -> None:
    """Show the reference of a coding card that you have passed, or give up on.

    On a terminal your last attempt stands beside it, or below if there is no room for both.

    Example: quizml reveal nms
    """
    context = current()
    found = named_card(context.library(), card)
    store = context.store()
    if not earned(store, found.id):
        if not give_up:
            raise CheckFailed(
                f"{found.id} is not passed yet; quizml grade {found.exercise}.py, or "
                f"quizml reveal {found.exercise} --give-up (counts as Again)"
            )
        if context.interactive and not typer.confirm(f"Give up on {found.id}? It counts as Again"):
            raise CheckFailed("nothing was revealed")
        note = record_review(context, found.id, Rating.AGAIN, store.standing(found.id))
        typer.echo(note, err=True)
    if not sys.stdout.isatty():
        typer.echo(reference_text(context, found))
        return
    from quizml.ui.words import spoken  # noqa: PLC0415

    context.draw(reference(context, found, context.width, spoken(context.settings.language)))


def reference(context: Context, card: Code, width: int, language: Language) -> list[Line]:
    """The reference, and the learner's last attempt with it, if there was one."""
    from quizml.ui.code import highlighter  # noqa: PLC0415 - pygments
    from quizml.ui.compared import compared  # noqa: PLC0415
    from quizml.ui.lines import clean, fold  # noqa: PLC0415
    from quizml.ui.words import say  # noqa: PLC0415

    coloured = highlighter(context.theme())
    code = coloured(clean(reference_text(context, card).rstrip()), "python")
    attempt = context.store().last_attempt(card.id)
    if attempt is None:
        return [piece for line in code for piece in fold(line, width)]
    title, text = _own(context, card, attempt, language)
    own: Titled = (title, coloured(clean(text.rstrip()), "python"))
    return compared((say("the reference", language), code), own, width)


def _own(context: Context, card: Code, attempt: Attempt, language: Language) -> tuple[str, str]:
    from quizml.study.excerpt import excerpt  # noqa: PLC0415
    from quizml.ui.words import say  # noqa: PLC0415

    key = {"wrong": "wrong answer"}.get(attempt.verdict, str(attempt.verdict))
    when = f"{attempt.at.astimezone(context.now().tzinfo):%Y-%m-%d %H:%M}"
    title = say("yours", language, verdict=say(key, language), when=when)
    return title, excerpt(attempt.submission, card.exercise)
