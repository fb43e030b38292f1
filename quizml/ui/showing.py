"""A card as it is shown just now: values only."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from quizml.model.attempts import Attempt
from quizml.model.cards import Card, Choice
from quizml.model.text import Display, Language
from quizml.ui.words import spoken

if TYPE_CHECKING:
    from quizml.decks.expressions import Drawn


class Phase(Enum):
    """How far a card has come."""

    ASKED = "asked"
    REVEALED = "revealed"


class Outcome(Enum):
    """How the program marked an answer; the value is the mark that is shown."""

    RIGHT = "✓"
    ALMOST = "≈"
    WRONG = "✗"


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """A card as it is shown just now: everything that a screen depends on."""

    card: Card
    display: Display
    phase: Phase = Phase.ASKED
    outcome: Outcome | None = None
    """Set once the program has marked the answer (choice, cloze, numeric)."""
    typed: str = ""
    """The learner's answer to a cloze or numeric card."""
    drawn: "Drawn | None" = None
    """A numeric card's numbers; needed to show one."""
    order: tuple[int, ...] = ()
    """A choice card's options as shuffled: indices into `card.options`."""
    picked: frozenset[int] = frozenset()
    """Indices into `card.options`, not places on the screen."""
    signature: str = ""
    """A code card's function, as Python: `def iou(a, b): ...`."""
    hints: int = 0
    """How many of a code card's hints have been asked for."""
    starter: str = ""
    """The starter file that was written, as the learner would type it."""
    attempt: Attempt | None = None
    """The last graded submission of a code card."""

    @property
    def language(self) -> Language:
        """The language of the fixed words."""
        return spoken(self.display)

    @property
    def shuffled(self) -> tuple[int, ...]:
        """The order of the options."""
        card = self.card
        return self.order or (tuple(range(len(card.options))) if isinstance(card, Choice) else ())


def several(card: Choice) -> bool:
    """Whether more than one option is right."""
    return sum(option.correct for option in card.options) > 1
