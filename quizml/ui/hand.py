"""A card as it is played: dealt with fresh numbers and shuffled options, then marked."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizml.decks import cloze
from quizml.decks.expressions import draw
from quizml.model.attempts import Attempt
from quizml.model.cards import Card, Choice, Cloze, Code, Numeric
from quizml.model.reviews import Rating
from quizml.model.text import Display
from quizml.model.verdicts import Verdict
from quizml.study.marking import Marked, Note, Unclear, mark_choice, mark_cloze, mark_numeric
from quizml.ui.showing import Outcome, Phase, Showing

OUTCOMES = {Note.RIGHT: Outcome.RIGHT, Note.ALMOST: Outcome.ALMOST}


@dataclass(frozen=True, slots=True)
class Hand:
    """What is shown, and the rating that the program suggests (None: the learner decides)."""

    showing: Showing
    suggested: Rating | None = None
    refused: Unclear | None = None
    """Why what was typed could not be read as a number."""


def deal(card: Card, display: Display, rng: random.Random) -> Hand:
    """The card, asked."""
    showing = Showing(card=card, display=display)
    match card:
        case Numeric():
            showing = replace(showing, drawn=draw(card, rng))
        case Choice(options=options):
            order = list(range(len(options)))
            rng.shuffle(order)
            showing = replace(showing, order=tuple(order))
        case _:
            pass
    return Hand(showing)


def accepted(showing: Showing) -> tuple[str, ...]:
    """Every text that counts as right on a cloze card, in either language."""
    if not isinstance(showing.card, Cloze):
        return ()
    card = showing.card
    found: list[str] = []
    for version in filter(None, (card.text.en, card.text.zh)):
        deletions = tuple(dict.fromkeys(cloze.hidden(version, card.number)))
        if len(deletions) == 1:
            found += deletions[0].answers
        else:
            found.append(" ".join(deletion.shown for deletion in deletions))
            found.append("; ".join(deletion.shown for deletion in deletions))
    return tuple(dict.fromkeys(found))


def typed(hand: Hand, text: str) -> Hand:
    """The card once `text` was given as its answer; still asked if it cannot be read."""
    hand = replace(hand, showing=replace(hand.showing, typed=text))
    match hand.showing.card:
        case Cloze():
            return _marked(hand, mark_cloze(text, accepted(hand.showing)))
        case Numeric() as card if hand.showing.drawn is not None:
            percent = card.unit.en.strip() == "%"
            answer = hand.showing.drawn.answer
            got = mark_numeric(text, answer, card.tolerance, percent=percent)
            return replace(hand, refused=got) if isinstance(got, Unclear) else _marked(hand, got)
        case _:
            return hand


def toggled(hand: Hand, place: int) -> Hand:
    """The card with the option at `place` (from 1) picked, or no longer picked."""
    index = hand.showing.shuffled[place - 1]
    return replace(hand, showing=replace(hand.showing, picked=hand.showing.picked ^ {index}))


def picked(hand: Hand, places: Iterable[int] = ()) -> Hand:
    """The card once its picked options are the answer."""
    showing = hand.showing
    assert isinstance(showing.card, Choice)  # noqa: S101 - only such cards take picks
    chosen = showing.picked | {showing.shuffled[place - 1] for place in places}
    marked = mark_choice(chosen, showing.card.options)
    return _marked(replace(hand, showing=replace(showing, picked=chosen)), marked)


def revealed(hand: Hand) -> Hand:
    """The card with its answer; on a card that asks for one, not answering is not knowing."""
    showing = replace(hand.showing, phase=Phase.REVEALED)
    suggested = None
    match showing.card:
        case Cloze() | Choice() | Numeric():
            suggested = Rating.AGAIN
        case Code() if showing.attempt is not None:
            passed = showing.attempt.verdict is Verdict.PASSED
            suggested = Rating.GOOD if passed else Rating.AGAIN
        case _:
            pass
    return Hand(showing, suggested)


def attempted(hand: Hand, attempt: Attempt | None) -> Hand:
    """The coding card with the last verdict of the grader."""
    return replace(hand, showing=replace(hand.showing, attempt=attempt))


def _marked(hand: Hand, marked: Marked) -> Hand:
    outcome = OUTCOMES.get(marked.note, Outcome.WRONG)
    showing = replace(hand.showing, phase=Phase.REVEALED, outcome=outcome)
    return Hand(showing, marked.rating)
