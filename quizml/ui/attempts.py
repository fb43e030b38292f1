"""The attempts at a coding card, a line for each."""

from collections.abc import Sequence
from datetime import tzinfo

from quizml.model.attempts import Attempt
from quizml.model.verdicts import Verdict
from quizml.ui.lines import Line, Span
from quizml.ui.tables import table
from quizml.ui.verdicts import style_of

HEAD = ("", "when", "verdict", "failed in", "took")


def attempts_view(attempts: Sequence[Attempt], zone: tzinfo | None, width: int) -> list[Line]:
    """Number, when (in `zone`), verdict, the category that failed, how long the cases ran."""
    rows = [[[Span(title)] for title in HEAD]]
    for number, attempt in enumerate(attempts, 1):
        mark = "✓" if attempt.verdict is Verdict.PASSED else "✗"
        took = f"{attempt.seconds:.2f} s" if attempt.seconds else ""
        rows.append(
            [
                [Span(str(number))],
                [Span(f"{attempt.at.astimezone(zone):%Y-%m-%d %H:%M}")],
                [Span(f"{mark} {attempt.verdict}", style_of(attempt.verdict))],
                [Span(attempt.category)],
                [Span(took, "dim")],
            ]
        )
    return table(rows, ("right", "", "", "", "right"), width)
