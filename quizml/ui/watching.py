"""A file that is graded whenever it is saved: the screen, and the same by lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizml.model.cards import Code
from quizml.model.text import Display, Language
from quizml.ui.code import highlighter
from quizml.ui.frame import Banner, Footer
from quizml.ui.lines import BLANK, Line, Span, indented
from quizml.ui.markdown import markdown
from quizml.ui.themes import Theme
from quizml.ui.words import say, spoken

KEYS = (
    ("h", "more hints"),
    ("r", "reference"),
    ("l", "language"),
    ("q", "quit"),
    ("↑↓", "scroll"),
)


@dataclass(frozen=True, slots=True)
class View:
    """All that is to be seen while a file is watched."""

    banner: Banner
    report: tuple[Line, ...]
    hints: tuple[Line, ...] = ()
    reference: tuple[Line, ...] = ()
    """In the place of everything else, while it is shown."""
    note: str = ""
    language: Language = Language.EN

    @property
    def body(self) -> list[Line]:
        """What stands between the head and the keys."""
        if self.reference:
            return list(self.reference)
        return [*self.report, *(BLANK for _ in self.hints[:1]), *self.hints]

    @property
    def footer(self) -> Footer:
        """The keys, under what just happened."""
        return Footer(KEYS, note=self.note)


def hints(
    card: Code, numbers: Iterable[int], display: Display, width: int, theme: Theme
) -> list[Line]:
    """The hints of these numbers, from 1, in the learner's language."""
    out: list[Line] = []
    for number in numbers:
        label = say("hint of", spoken(display), number=number, count=len(card.hints))
        out += [BLANK] if out else []
        out.append((Span(label, "label"),))
        for version in card.hints[number - 1].versions(display):
            out += indented(markdown(version, width - 2, highlighter(theme)), 2)
    return out
