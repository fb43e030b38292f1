"""What a learner can ask for during a session, and which key or line asks for it."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from quizml.model.cards import Choice, Cloze, Code, Numeric
from quizml.model.reviews import Rating
from quizml.ui.showing import Phase, Showing


class Do(Enum):
    """The kinds of command."""

    REVEAL = auto()
    TYPE = auto()
    """Go (back) to the answer line."""
    ANSWER = auto()
    """`text` was typed."""
    PICK = auto()
    """The option at place `number`, from 1; again takes it back."""
    CHECK = auto()
    """The options picked are the answer."""
    RATE = auto()
    """`number` is the rating."""
    ACCEPT = auto()
    """The rating that the program suggests."""
    UNDO = auto()
    LANGUAGE = auto()
    EDIT = auto()
    FLAG = auto()
    BURY = auto()
    SUSPEND = auto()
    STARTER = auto()
    REREAD = auto()
    HINT = auto()
    SKIP = auto()
    HELP = auto()
    QUIT = auto()


@dataclass(frozen=True, slots=True)
class Command:
    """One request."""

    do: Do
    number: int = 0
    text: str = ""
    picks: tuple[int, ...] = ()
    """With CHECK, in a line: the places picked."""


ALWAYS = {
    "u": Do.UNDO,
    "l": Do.LANGUAGE,
    "e": Do.EDIT,
    "f": Do.FLAG,
    "b": Do.BURY,
    "s": Do.SUSPEND,
    "?": Do.HELP,
    "q": Do.QUIT,
    "ctrl-d": Do.QUIT,
    "eof": Do.QUIT,
}
CODE = {"o": Do.STARTER, "r": Do.REREAD, "h": Do.HINT, "n": Do.SKIP}
ON = ("enter", "space")
RATINGS = tuple(str(rating.value) for rating in Rating)


def of_key(name: str, showing: Showing) -> Command | None:  # noqa: PLR0911 - one a meaning
    """What the key asks for here; None if it means nothing."""
    if name in ALWAYS:
        return Command(ALWAYS[name])
    if showing.phase is Phase.REVEALED:
        if name in RATINGS:
            return Command(Do.RATE, int(name))
        return Command(Do.ACCEPT) if name in ON else None
    match showing.card:
        case Choice(options=options) if name.isdecimal() and 1 <= int(name) <= len(options):
            return Command(Do.PICK, int(name))
        case Choice() if name == "enter":
            return Command(Do.CHECK)
        case Cloze() | Numeric() if name == "enter":
            return Command(Do.TYPE)
        case Code() if name in CODE:
            return Command(CODE[name])
    return Command(Do.REVEAL) if name in ON else None


def of_line(line: str, showing: Showing, answers: tuple[str, ...]) -> Command | None:
    """What a line asks for, where keys come one a line.

    On a card whose answer is typed, a line is the answer; a lone key letter is the key, unless
    it is one of the right `answers`.
    """
    said = line.strip()
    asked = showing.phase is Phase.ASKED
    if asked and isinstance(showing.card, Cloze | Numeric):
        if not said:
            return Command(Do.REVEAL)
        if said in ALWAYS and said not in answers:
            return Command(ALWAYS[said])
        return Command(Do.ANSWER, text=said)
    if asked and isinstance(showing.card, Choice) and re.fullmatch(r"\d([\s,，、]*\d)*", said):
        places = tuple(int(digit) for digit in said if digit.isdecimal())
        if all(1 <= place <= len(showing.card.options) for place in places):
            return Command(Do.CHECK, picks=places)
        return None
    return of_key(said or "enter", showing)
