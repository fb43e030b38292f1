"""Which exercises there are: ours by name, and those that the learner's decks bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizml.decks.own import DECK, own_decks, own_exercises, reference_of

if TYPE_CHECKING:
    from pathlib import Path

    from quizml.cli.context import Context
    from quizml.model.cards import Code


def brought(context: Context) -> dict[str, Path]:
    """Exercises of the learner's decks, each with the reference that holds it."""
    if not context.deck_folder.is_dir():
        return {}
    found: dict[str, Path] = {}
    for deck in sorted(own_decks(context.deck_folder)):
        reference = reference_of(deck)
        if reference:
            found = dict.fromkeys(own_exercises(deck), reference) | found
    return found


def reference_file(context: Context, card: Code) -> Path | None:
    """Where the card's exercise stands, if its deck brings it; None if it is ours."""
    deck = context.deck_folder / card.id.partition("/")[0] / DECK
    return reference_of(deck) if card.exercise in own_exercises(deck) else None


def reference_text(context: Context, card: Code) -> str:
    """The reference, as it is shown to who has earned it."""
    own = reference_file(context, card)
    if own:
        from quizml.study.excerpt import excerpt  # noqa: PLC0415

        return excerpt(own.read_text("utf-8"), card.exercise)
    from quizml.references import load  # noqa: PLC0415 - numpy
    from quizml.references.source import source  # noqa: PLC0415

    return source(load(card.exercise))


def starter_text(context: Context, card: Code) -> str:
    """The file to begin with; a deck's own reference is asked for it, behind the fence."""
    from quizml.references.starter import starter  # noqa: PLC0415

    own = reference_file(context, card)
    if own is None:
        from quizml.references import load  # noqa: PLC0415 - numpy

        return starter(load(card.exercise).exercise)
    from quizml.grading.foreign import foreign  # noqa: PLC0415
    from quizml.grading.nursery import Nursery  # noqa: PLC0415

    with Nursery() as nursery:
        found = foreign(own, card.exercise, nursery)
        found.close()
        return starter(found.hidden.exercise)
