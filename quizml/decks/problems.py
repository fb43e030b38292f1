"""What is wrong with a deck, where, and the likeliest way out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizml.model.errors import BadInput


@dataclass(frozen=True, slots=True, order=True)
class DeckProblem:
    """One finding; lines and columns count from 1, columns in characters."""

    path: Path
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        way_out = f" ({self.hint})" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{way_out}"


class BrokenDecks(BadInput):
    """Every problem of every deck that was asked for, one a line."""

    def __init__(self, problems: Sequence[DeckProblem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def near(word: str, known: Iterable[str]) -> str:
    """`did you mean 'x'?` for the nearest of `known`, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    close = get_close_matches(word, list(map(str, known)), 1)
    return f"did you mean {close[0]!r}?" if close else ""
