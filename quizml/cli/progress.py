"""One line that tells how far a long run is; on a terminal alone, and gone when it is over."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Self

from quizml.grading.escape import escaped
from quizml.model.verdicts import Report, Verdict

if TYPE_CHECKING:
    from quizml.model.errors import QuizmlError


class Progress:
    """Counts what is done, on standard error: the results may go elsewhere."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._failed = total, 0, 0
        self._wanted = sys.stderr.isatty()

    def __enter__(self) -> Self:
        self._write(f"0 of {self._total} graded")
        return self

    def __exit__(self, *_: object) -> None:
        self._write("")

    def done(self, outcome: Report | QuizmlError) -> None:
        """One more came to its end."""
        self._done += 1
        name = ""
        if isinstance(outcome, Report):
            name = f"  {escaped(outcome.file, 200)}: {outcome.function}"
        if not (isinstance(outcome, Report) and outcome.verdict is Verdict.PASSED):
            self._failed += 1
        failed = f", {self._failed} not passed" if self._failed else ""
        self._write(f"{self._done} of {self._total} graded{failed}{name}")

    def _write(self, line: str) -> None:
        if self._wanted:
            from rich.cells import set_cell_size  # noqa: PLC0415 - many reports need rich anyway

            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(f"\r{set_cell_size(line, width).rstrip()}\x1b[K")
            sys.stderr.flush()
