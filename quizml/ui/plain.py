"""The session line by line: for `--plain`, pipes and screen readers. No cursor, no colour."""

from collections.abc import Iterable

from quizml.model.text import Language
from quizml.ui.cards import asked, marked_options, revealed
from quizml.ui.frame import Footer, Header
from quizml.ui.lines import BLANK, Line, text_of
from quizml.ui.showing import Showing
from quizml.ui.themes import BARE
from quizml.ui.words import RATINGS, say

WIDTH = 80


def printed(lines: Iterable[Line]) -> str:
    """The lines as text, each ended."""
    return "".join(text_of(line).rstrip() + "\n" for line in lines)


def question(showing: Showing, width: int = WIDTH) -> str:
    """The card as it is asked."""
    return printed(asked(showing, width, BARE))


def answer(showing: Showing, width: int = WIDTH) -> str:
    """What is revealed. The question is on the screen already; options come again, marked."""
    options = marked_options(showing, width, BARE)
    return printed([*options, BLANK, *revealed(showing, width, BARE)])


def heading(header: Header, language: Language) -> str:
    """Where the learner is, before each card."""
    done, left = say("done", language, count=header.done), say("left", language, count=header.left)
    flag = "⚑ " if header.flagged else ""
    return f"\n[{flag}{header.title}: {done}, {left}]\n"


def prompt(footer: Footer, language: Language) -> str:
    """What can be answered, in one line that ends where the answer is typed."""
    if footer.edit is not None:
        unit = f" [{footer.unit}]" if footer.unit else ""
        return f"{say('your answer', language)}{unit}: "
    parts = [
        f"{rating.value} {say(RATINGS[rating], language)} {wait}"
        for rating, wait in footer.futures.items()
    ]
    parts += [f"{key} {say(phrase, language)}" for key, phrase in footer.keys if key != "1-4"]
    return " · ".join(parts[:8]) + " > "
