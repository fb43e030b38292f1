"""Cards, whole: one kind, one class. What is read only when a card is shown."""

from dataclasses import dataclass

from quizml.model.heads import CardId, Head
from quizml.model.text import NOTHING, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    head: Head
    correction: Text = NOTHING
    """Where the notes are wrong: what they say, and what is right."""
    sources: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    @property
    def id(self) -> CardId:
        """The card's identity."""
        return self.head.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Basic(_Card):
    """A question, its answer, and what a full answer names."""

    question: Text
    answer: Text
    points: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(_Card):
    """A statement with `{{cN::hidden||also right::hint}}`; this card hides deletion `number`."""

    text: Text
    number: int
    explanation: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; `why` says what is wrong with it, or what makes it right."""

    text: Text
    correct: bool = False
    why: Text = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(_Card):
    """Options, one or several of them correct; shuffled at each showing."""

    question: Text
    options: tuple[Option, ...]
    explanation: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far an answer may be off: an absolute amount, or a share of the right answer."""

    amount: float = 0.0
    relative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(_Card):
    """A calculation with fresh numbers at every showing.

    A variable is the tuple of values it may take, or an expression over the variables before it.
    """

    question: Text
    variables: tuple[tuple[str, tuple[float, ...] | str], ...]
    where: str
    answer: str
    tolerance: Tolerance = Tolerance()
    unit: Text = NOTHING
    explanation: Text = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(_Card):
    """A function to write; `exercise` names the hidden reference that grades it."""

    question: Text
    exercise: str
    hints: tuple[Text, ...] = ()


Card = Basic | Cloze | Choice | Numeric | Code
