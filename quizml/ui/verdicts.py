"""How a graded submission looks. Nothing of it is read as markup: `x[i, j]` is text."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quizml.model.exercises import Category
from quizml.model.verdicts import CategoryResult, Failure, Report, Verdict

COLOURS = {Verdict.PASSED: "green", Verdict.WRONG: "red", Verdict.RAISED: "red"}
LABELS = ("case", "inputs", "expected", "got", "likely cause", "printed")


def report_view(report: Report, notes: Iterable[str] = ()) -> RenderableType:
    """One report: the verdict, a line for each category, what failed, and what follows."""
    parts: list[RenderableType] = [headline(report)]
    if report.categories:
        parts.append(Padding(categories_view(report.categories), (0, 0, 0, 2), expand=False))
    if report.failure:
        parts.append(Padding(failure_view(report.failure), (1, 0, 0, 2), expand=False))
    parts += [Text(f"  {note}") for note in notes]
    return Group(*parts)


def headline(report: Report) -> Text:
    """Function, verdict, how many cases, how long."""
    style = COLOURS.get(report.verdict, "yellow")
    line = Text()
    line.append(f"{report.function}: ", "bold")
    line.append(str(report.verdict), f"bold {style}")
    if report.verdict is Verdict.PASSED:
        line.append(f", all {report.total} cases passed")
    elif report.total and report.categories:
        line.append(f", {report.passed} of {report.total} cases passed")
    line.append(f"  ({report.file}", "dim")
    if report.seconds:
        line.append(f", {report.seconds:.2f} s, reference {report.reference_seconds:.2f} s", "dim")
    line.append(")", "dim")
    return line


def categories_view(results: Iterable[CategoryResult]) -> Table:
    """A line for each category of cases."""
    table = Table.grid(padding=(0, 2))
    for width in (1, max(len(category) for category in Category), 1, 1):
        table.add_column(no_wrap=True, min_width=width)
    for result in results:
        mark, style, note = _standing(result)
        counts = f"{result.passed} of {result.total}"
        table.add_row(Text(mark, style), Text(result.category), Text(counts), Text(note, "dim"))
    return table


def _standing(result: CategoryResult) -> tuple[str, str, str]:
    if result.passed == result.total:
        return "✓", "green", ""
    left = result.total - result.asked
    note = f"{left} not run" if left else ""
    if result.passed == result.asked:
        return "·", "dim", note
    return "✗", "red", note


def failure_view(failure: Failure) -> RenderableType:
    """The case that decided: what went in, what should have come out, what did."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    values = (
        f"{failure.case} ({failure.category})",
        failure.inputs,
        failure.expected,
        failure.got,
        failure.cause,
        failure.output.rstrip(),
    )
    for label, value in zip(LABELS, values, strict=True):
        if value:
            table.add_row(Text(label, "dim"), Text(value))
    return Group(Text(failure.message, "bold"), table)


def summary_view(reports: Iterable[Report]) -> Table:
    """Many reports, a line for each."""
    table = Table.grid(padding=(0, 2))
    for report in reports:
        style = COLOURS.get(report.verdict, "yellow")
        table.add_row(
            Text(report.file),
            Text(report.function),
            Text(str(report.verdict), style),
            Text(f"{report.passed} of {report.total}"),
            Text(report.failure.category if report.failure else "", "dim"),
        )
    return table
