"""`quizml deck suspend` and `resume`: which cards are asked."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import TYPE_CHECKING

import typer

from quizml.decks.problems import near
from quizml.model.errors import BadInput
from quizml.model.heads import CardId
from quizml.model.reviews import Mark, Marking

if TYPE_CHECKING:
    from quizml.cli.context import Context


def suspend_cards(world: "Context", names: Sequence[str]) -> None:
    """Suspend the cards named, by themselves, by their note, or by their deck."""
    count = _mark(world, _cards(world, names), Mark.SUSPEND, suspended=False)
    typer.echo(f"{count} suspended; `quizml deck resume` lists them and brings them back")


def resume_cards(world: "Context", names: Sequence[str]) -> None:
    """Bring suspended cards back, at the progress they had."""
    typer.echo(f"{_mark(world, _cards(world, names), Mark.UNSUSPEND, suspended=True)} resumed")


def list_marked(world: "Context") -> None:
    """Print what is suspended or flagged, one card a line."""
    for card, standing in sorted(world.store().standings().items()):
        marks = [
            name
            for name, marked in (("suspended", standing.suspended), ("flagged", standing.flagged))
            if marked
        ]
        if marks:
            typer.echo(f"{card}\t{', '.join(marks)}")


def _cards(world: "Context", names: Sequence[str]) -> list[CardId]:
    heads = world.library().heads()
    found: list[CardId] = []
    for name in names:
        fits = [head.id for head in heads if name in (head.id, head.note, head.deck)]
        if not fits:
            known: Iterable[str] = {word for head in heads for word in (head.note, head.deck)}
            hint = near(name, known)
            ways = f" ({hint})" if hint else ""
            raise BadInput(f"no deck and no card is called {name!r}{ways}")
        found += fits
    return found


def _mark(world: "Context", cards: Iterable[CardId], mark: Mark, *, suspended: bool) -> int:
    """How many cards were not yet so."""
    store, at, day = world.store(), world.now().astimezone(UTC), world.today()
    standings = store.standings()
    count = 0
    for card in dict.fromkeys(cards):
        standing = standings.get(card)
        if (standing is not None and standing.suspended) == suspended:
            store.mark(Marking(card=card, mark=mark, at=at, day=day))
            count += 1
    return count
