"""What a card is, without what it says: all that queueing needs."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

from quizml.model.text import NOTHING, Text

CardId = NewType("CardId", str)
"""`deck/slug`, or `deck/slug/cN` for deletion N of a cloze note: written, never derived."""


class Kind(StrEnum):
    """How a card asks."""

    BASIC = "basic"
    CLOZE = "cloze"
    CHOICE = "choice"
    NUMERIC = "numeric"
    CODE = "code"


class Difficulty(StrEnum):
    """The deck writer's guess; what the learner finds hard is the scheduler's business."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Head(NamedTuple):
    """What a card is, without what it says. A tuple: every start makes thousands."""

    id: CardId
    deck: str
    note: str
    """`deck/slug`; cards of one note are siblings."""
    position: int
    """Order of learning within the deck, from 0."""
    kind: Kind
    topic: str
    difficulty: Difficulty = Difficulty.MEDIUM
    importance: int = 2
    tags: tuple[str, ...] = ()
    was: tuple[CardId, ...] = ()
    """Identities this card had before."""


@dataclass(frozen=True, slots=True)
class DeckInfo:
    """A deck's name and what it is about."""

    name: str
    title: Text
    description: Text = NOTHING
