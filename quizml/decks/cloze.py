"""Cloze notes: `{{c1::hidden||also right::hint}}`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizml.decks.markup import stray_dollar

_DELETION = re.compile(r"\{\{c([1-9][0-9]{0,2})::(.*?)\}\}", re.DOTALL)
_ATTEMPT = re.compile(r"\{\{\s*[cC]?[0-9]*\s*:|\{\{[cC][0-9]+|\{[cC][0-9]+::")


class ClozeError(ValueError):
    """What is wrong with a cloze text, and at which character."""

    def __init__(self, message: str, hint: str = "", offset: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.offset = message, hint, offset


@dataclass(frozen=True, slots=True)
class Deletion:
    """What is hidden; any of `answers` counts as right, the first is shown."""

    number: int
    answers: tuple[str, ...]
    hint: str = ""

    @property
    def shown(self) -> str:
        """What stands in the text."""
        return self.answers[0]

    def __str__(self) -> str:
        hint = f"::{self.hint}" if self.hint else ""
        hidden = "||".join(self.answers) + hint
        return f"{{{{c{self.number}::{hidden}{' ' if hidden.endswith('}') else ''}}}}}"


def parse(text: str) -> tuple[str | Deletion, ...]:
    """The text in order, prose and deletions; raises ClozeError where a deletion is malformed."""
    pieces: list[str | Deletion] = []
    at = 0
    for match in _DELETION.finditer(text):
        if match.start() > at:
            pieces.append(_prose(text, at, match.start()))
        pieces.append(_deletion(match))
        at = match.end()
    if at < len(text):
        pieces.append(_prose(text, at, len(text)))
    return tuple(pieces)


def _prose(text: str, start: int, end: int) -> str:
    prose = text[start:end]
    attempt = _ATTEMPT.search(prose)
    if attempt:
        message = (
            f"a deletion is not closed or not written right: {prose[attempt.start() :][:20]!r}"
        )
        raise ClozeError(message, "write {{c1::hidden}}", start + attempt.start())
    stray = stray_dollar(prose)
    if stray is not None:
        hint = "hide the whole formula, or put a space between its last } and }}"
        raise ClozeError("a deletion and a formula overlap, or a $ is missing", hint, start + stray)
    return prose


def _deletion(match: re.Match[str]) -> Deletion:
    hidden, _, hint = match[2].partition("::")
    answers = tuple(answer.strip() for answer in hidden.split("||"))
    if not all(answers):
        raise ClozeError("a deletion hides nothing", "write {{c1::hidden}}", match.start())
    if any(stray_dollar(answer) is not None for answer in answers):
        way_out = "put a space between the formula's last } and }}"
        raise ClozeError("a deletion ends inside a formula", way_out, match.start())
    if "{{" in hidden and _ATTEMPT.search(hidden):
        raise ClozeError("a deletion inside a deletion", "close the first with }}", match.start())
    return Deletion(int(match[1]), answers, hint.strip())


def numbers(text: str) -> tuple[int, ...]:
    """The numbers of the deletions, each once, in rising order."""
    return tuple(sorted({piece.number for piece in parse(text) if isinstance(piece, Deletion)}))


def hidden(text: str, number: int) -> tuple[Deletion, ...]:
    """What card `number` hides, in order."""
    pieces = parse(text)
    return tuple(p for p in pieces if isinstance(p, Deletion) and p.number == number)


def rendered(text: str, number: int, hide: Callable[[Deletion], str]) -> str:
    """The text with the deletions of `number` as `hide` gives them, and all others shown."""
    return "".join(
        piece if isinstance(piece, str) else hide(piece) if piece.number == number else piece.shown
        for piece in parse(text)
    )


def asked(text: str, number: int) -> str:
    """The text as a question: `[…]`, or `[hint]`, for what is hidden."""
    return rendered(text, number, lambda deletion: f"[{deletion.hint or '…'}]")


def revealed(text: str) -> str:
    """The text with nothing hidden."""
    return rendered(text, 0, lambda deletion: deletion.shown)
