"""What `grade`, `code` and `reveal` share: coding cards, and what a verdict does to them."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING

from quizml.model.cards import Code
from quizml.model.errors import BadInput
from quizml.model.heads import Kind
from quizml.model.reviews import Interval, Rating, Unseen
from quizml.model.verdicts import Verdict

if TYPE_CHECKING:
    from datetime import timedelta
    from pathlib import Path

    from quizml.cli.context import Context
    from quizml.decks.library import Library
    from quizml.model.heads import CardId
    from quizml.model.reviews import Memory, Standing
    from quizml.model.verdicts import Report
    from quizml.store import Store

ASKED = rb"exercise[\"']?[ \t]*:[ \t]*[\"']?%s\b"
"""How a deck names an exercise, whichever way its YAML is written."""


def code_cards(library: Library) -> list[Code]:
    """All coding cards, in deck order."""
    cards = (library.card(head.id) for head in library.heads() if head.kind is Kind.CODE)
    return [card for card in cards if isinstance(card, Code)]


def cards_asking(context: Context, exercise: str, reference: Path | None = None) -> list[Code]:
    """The coding cards that ask for `exercise`; only the decks that name it are read.

    `reference` is its file, where a deck brings it.
    """
    from quizml.cli.exercises import reference_file  # noqa: PLC0415
    from quizml.decks.library import Place, deck_files, load  # noqa: PLC0415
    from quizml.decks.own import deck_name  # noqa: PLC0415
    from quizml.references import EXERCISES  # noqa: PLC0415

    files = deck_files(context.shipped_folder) + deck_files(context.deck_folder)
    naming = {deck_name(file) for file in files if _names(file, exercise)}
    chosen = tuple(file for file in files if deck_name(file) in naming)  # one replaces another
    library = load(Place(extra=chosen), context.cache_folder, EXERCISES)
    asking = [card for card in code_cards(library) if card.exercise == exercise]
    return [card for card in asking if reference_file(context, card) == reference]


def _names(file: Path, exercise: str) -> bool:
    try:
        return re.search(ASKED % exercise.encode(), file.read_bytes()) is not None
    except OSError:
        return False  # `quizml deck check` tells


def named_card(library: Library, name: str) -> Code:
    """The coding card called `name`: its whole id, its slug, or its exercise."""
    cards = code_cards(library)
    for fits in (
        [card for card in cards if card.id == name],
        [card for card in cards if card.id.endswith(f"/{name}")],
        [card for card in cards if card.exercise == name],
    ):
        if len(fits) > 1:
            raise BadInput(f"{name!r} could be {' or '.join(c.id for c in fits)}; say which")
        if fits:
            return fits[0]
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    near = get_close_matches(name, [word for c in cards for word in (c.id, c.exercise)], 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise BadInput(f"no coding card is called {name!r}{hint}")


def earned(store: Store, card: CardId) -> bool:
    """Whether the reference may be shown: the card was passed once, or given up."""
    if any(attempt.verdict is Verdict.PASSED for attempt in store.attempts(card)):
        return True
    return any(logged.review.rating is Rating.AGAIN for logged in store.history(card))


def begin(context: Context, card: CardId) -> None:
    """Note that the learner begins to write, unless it is noted already."""
    store = context.store()
    if _taken(context, card, store.standing(card)) is None:
        store.begin(card, context.now())


def _taken(context: Context, card: CardId, standing: Standing) -> timedelta | None:
    """How long the learner has been at it, where that is known."""
    from quizml.study.coding import time_taken  # noqa: PLC0415 - after the verdict

    return time_taken(context.store().begun(card), standing.progress, context.now())


def record_attempt(context: Context, card: Code, report: Report, submission: str) -> str:
    """Store an attempt, and the review if it is one; what to tell the learner."""
    from quizml.model.attempts import Attempt  # noqa: PLC0415 - after the verdict
    from quizml.study.coding import is_quick, rating_for  # noqa: PLC0415 - likewise

    now, day = context.now(), context.today()
    store = context.store()
    earlier = store.attempts(card.id)
    standing = store.standing(card.id)
    store.attempt(
        Attempt(
            card=card.id,
            verdict=report.verdict,
            at=now.astimezone(UTC),
            day=day,
            seconds=report.seconds,
            category=report.failure.category if report.failure else "",
            submission=submission,
        )
    )
    took = _taken(context, card.id, standing)
    quick = is_quick(took, card.head.difficulty, submission, earlier)
    rating = rating_for(report.verdict, standing, earlier, now, day, quick=quick)
    if rating is not None:
        return record_review(context, card.id, rating, standing, took)
    if not report.failure:
        return f"{card.id}: not a review, {_when(context, standing)}"
    more = f"; for a hint: quizml code {card.exercise} --hint 1" if card.hints else ""
    return f"{card.id}: attempt {len(earlier) + 1} kept{more}"


def record_review(
    context: Context,
    card: CardId,
    rating: Rating,
    standing: Standing,
    took: timedelta | None = None,
) -> str:
    """Log a review of a coding card; what to tell the learner."""
    from quizml.study.coding import review_of  # noqa: PLC0415 - as above

    now, day = context.now(), context.today()
    futures = context.scheduler().futures(card, standing.progress, now, day, steps=False)
    after = futures[rating]
    review = review_of(card, rating, standing, after, now, day, took)
    context.store().record(review, after, version=standing.version)
    spent = "" if took is None else f" after {_spent(took)}"
    return f"{card}: {rating.name.capitalize()}{spent}, next {_due(context, after)}"


def _spent(took: timedelta) -> str:
    minutes = round(took.total_seconds() / 60)
    return f"{minutes} min" if minutes else "less than a minute"


def _when(context: Context, standing: Standing) -> str:
    if standing.suspended or isinstance(standing.progress, Unseen):
        return "the card is suspended"
    return f"it is due {_due(context, standing.progress)}"


def _due(context: Context, memory: Memory) -> str:
    match memory.schedule:
        case Interval(due=due):
            days = due - context.today()
            return "today" if days <= 0 else "tomorrow" if days == 1 else f"in {days} days"
        case step:
            return f"at {step.due.astimezone(context.now().tzinfo):%H:%M}"
