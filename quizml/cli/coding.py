"""What `grade`, `code` and `reveal` share: coding cards, and what a verdict does to them."""

from __future__ import annotations

from datetime import UTC
from difflib import get_close_matches
from typing import TYPE_CHECKING

from quizml.model.attempts import Attempt
from quizml.model.cards import Code
from quizml.model.errors import BadInput
from quizml.model.heads import CardId, Kind
from quizml.model.reviews import Interval, Rating, Unseen

if TYPE_CHECKING:
    from quizml.cli.context import Context
    from quizml.decks.library import Library
    from quizml.model.reviews import Memory, Standing
    from quizml.model.verdicts import Report


def code_cards(library: Library) -> list[Code]:
    """All coding cards, in deck order."""
    cards = (library.card(head.id) for head in library.heads() if head.kind is Kind.CODE)
    return [card for card in cards if isinstance(card, Code)]


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
    near = get_close_matches(name, [word for c in cards for word in (c.id, c.exercise)], 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise BadInput(f"no coding card is called {name!r}{hint}")


def record_attempt(context: Context, report: Report, submission: str) -> str:
    """Store an attempt, and the review if it is one; what to tell the learner."""
    from quizml.study.coding import rating_for  # noqa: PLC0415 - after the verdict

    card, now, day = CardId(report.card), context.now(), context.today()
    store = context.store()
    earlier = store.attempts(card)
    standing = store.standing(card)
    store.attempt(
        Attempt(
            card=card,
            verdict=report.verdict,
            at=now.astimezone(UTC),
            day=day,
            seconds=report.seconds,
            category=report.failure.category if report.failure else "",
            submission=submission,
        )
    )
    rating = rating_for(report.verdict, standing, earlier, now, day)
    if rating is not None:
        return record_review(context, card, rating, standing)
    if not report.failure:
        return f"{card}: not a review, {_when(context, standing)}"
    return f"{card}: attempt {len(earlier) + 1} kept; grade again when you have changed it"


def record_review(context: Context, card: CardId, rating: Rating, standing: Standing) -> str:
    """Log a review of a coding card; what to tell the learner."""
    from quizml.study.coding import review_of  # noqa: PLC0415 - as above

    now, day = context.now(), context.today()
    futures = context.scheduler().futures(card, standing.progress, now, day, steps=False)
    after = futures[rating]
    review = review_of(card, rating, standing, after, now, day)
    context.store().record(review, after, version=standing.version)
    return f"{card}: {rating.name.capitalize()}, next {_due(context, after)}"


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
