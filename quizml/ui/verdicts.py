"""How a graded submission looks: values in, lines out; rich's tables cost a third of a run."""

from collections.abc import Iterable, Sequence

from quizml.grading.escape import escaped
from quizml.model.exercises import Category
from quizml.model.verdicts import CategoryResult, Failure, Report, Verdict
from quizml.ui.lines import BLANK, Line, Span, clean, fold, indented, width_of, wrap

STYLES = {Verdict.PASSED: "right", Verdict.WRONG: "wrong", Verdict.RAISED: "wrong"}
MANY = 4
"""From so many reports on, a table stands at the end."""
LABELS = ("case", "inputs", "expected", "got", "likely cause", "printed")
INDENT = 2


def style_of(verdict: Verdict) -> str:
    """Passed, not right, or ended before it could be either."""
    return STYLES.get(verdict, "almost")


def results(
    reports: Sequence[Report], notes: Sequence[str], sandbox: str, width: int
) -> list[Line]:
    """All reports of a run with their notes; of many, passes are told in the table alone."""
    lines: list[Line] = []
    for report, note in zip(reports, notes, strict=True):
        if len(reports) < MANY or report.verdict is not Verdict.PASSED:
            lines += [*report_view(report, [note] if note else [], width), BLANK]
    if len(reports) >= MANY:
        passed = sum(report.verdict is Verdict.PASSED for report in reports)
        lines += summary_view(reports, notes, width)
        lines.append((Span(f"{passed} of {len(reports)} passed", "strong"),))
    if sandbox:
        lines.append((Span(f"sandbox: {sandbox}", "dim"),))
    return lines


def report_view(report: Report, notes: Iterable[str], width: int) -> list[Line]:
    """One report: the verdict, a line for each category, what failed, how fast, what follows."""
    room = width - INDENT
    lines = [_category(result) for result in report.categories]
    if report.failure:
        lines += [BLANK, *failure_view(report.failure, room)]
    told = [f"speed: {report.speed}"] if report.speed else []
    lines += [piece for text in [*told, *notes] for piece in wrap([Span(clean(text))], room)]
    lines = [*headline(report, width), *indented(lines, INDENT)]
    return [piece for line in lines for piece in fold(line, width, mark="")]


def headline(report: Report, width: int) -> list[Line]:
    """Function, verdict, how many cases, how long."""
    counts = ""
    if report.verdict is Verdict.PASSED:
        counts = f", all {report.total} cases passed"
    elif report.total and report.categories:
        counts = f", {report.passed} of {report.total} cases passed"
    took = ""
    if report.seconds:
        took = f", {report.seconds:.2f} s, reference {report.reference_seconds:.2f} s"
    line: Line = (
        Span(f"{report.function}: ", "strong"),
        Span(str(report.verdict), style_of(report.verdict)),
        Span(counts),
        Span(f"  ({_name(report.file)}{took})", "dim"),
    )
    return [line] if width_of(line) <= width else wrap(line, width)


def _category(result: CategoryResult) -> Line:
    left = result.total - result.asked
    note = f"  {left} not run" if left else ""
    mark, style = ("✗", "wrong")
    if result.passed == result.total:
        mark, style, note = "✓", "right", ""
    elif result.passed == result.asked:
        mark, style = "·", "dim"
    name = result.category.ljust(max(len(category) for category in Category))
    counts = f"  {name}  {result.passed} of {result.total}"
    return (Span(mark, style), Span(counts), Span(note, "dim"))


def failure_view(failure: Failure, width: int) -> list[Line]:
    """The case that decided: what went in, what should have come out, what did."""
    values = (
        f"{failure.case} ({failure.category})",
        failure.inputs,
        failure.expected,
        failure.got,
        failure.cause,
        failure.output.rstrip(),
    )
    told = {label: value for label, value in zip(LABELS, values, strict=True) if value}
    columns = max(map(len, told)) + 2
    lines = _folded(failure.message, "strong", width)
    for label, value in told.items():
        first = (Span(label.ljust(columns), "dim"),)
        lines += indented(_folded(value, "", max(width - columns, 8)), columns, first)
    return lines


def _folded(text: str, style: str, width: int) -> list[Line]:
    """Lines as they are, those that are too wide in pieces."""
    rows = clean(text).split("\n")
    return [piece for row in rows for piece in fold((Span(row, style),), width, mark="")]


def summary_view(reports: Sequence[Report], notes: Sequence[str], width: int) -> list[Line]:
    """Many reports, a line for each: the category that failed, or what follows from a pass."""
    from quizml.ui.tables import table  # noqa: PLC0415 - for many alone

    rows: list[list[list[Span]]] = [[[Span(title)] for title in ("file", "function", "verdict")]]
    rows[0] += [[Span("cases")], [Span("")]]
    for report, note in zip(reports, notes, strict=True):
        follows = note.removeprefix(f"{report.card}: ") if report.card else ""
        rows.append(
            [
                [Span(_name(report.file))],
                [Span(report.function)],
                [Span(str(report.verdict), style_of(report.verdict))],
                [Span(f"{report.passed} of {report.total}")],
                [Span(report.failure.category if report.failure else follows, "dim")],
            ]
        )
    return table(rows, ("", "", "", "right", ""), width)


def _name(file: str) -> str:
    """A file's name may hold anything but a slash."""
    return escaped(file, 500)
