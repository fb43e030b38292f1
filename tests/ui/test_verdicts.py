"""A report, drawn."""

from io import StringIO

from rich.console import Console

from quizml.model.verdicts import CategoryResult, Failure, Report, Verdict
from quizml.ui.verdicts import report_view, summary_view


def drawn(renderable, width=80):
    console = Console(file=StringIO(), width=width, color_system=None, highlight=False)
    console.print(renderable)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


def report(**changes):
    plain = {
        "file": "iou.py",
        "card": "coding/iou",
        "exercise": "iou",
        "function": "iou",
        "verdict": Verdict.WRONG,
        "passed": 4,
        "total": 6,
        "seconds": 0.02,
        "reference_seconds": 0.01,
        "categories": (
            CategoryResult(category="basic", passed=4, total=4, asked=4),
            CategoryResult(category="edge", passed=0, total=1, asked=1),
            CategoryResult(category="large", passed=0, total=1, asked=0),
        ),
        "failure": Failure(
            case="a chain [bold]",
            category="edge",
            message="x[i, j] is wrong",
            inputs="a = [1]\nb = [2]",
            expected="0.5",
            got="0.25",
            cause="the +1",
            output="hello\n",
        ),
    }
    return Report(**(plain | changes))


def test_a_failure_says_what_went_in_and_what_came_out():
    assert (
        drawn(report_view(report(), ["coding/iou: attempt 1 kept"]))
        == """\
iou: wrong, 4 of 6 cases passed  (iou.py, 0.02 s, reference 0.01 s)
  ✓  basic      4 of 4
  ✗  edge       0 of 1
  ·  large      0 of 1  1 not run

  x[i, j] is wrong
  case          a chain [bold] (edge)
  inputs        a = [1]
                b = [2]
  expected      0.5
  got           0.25
  likely cause  the +1
  printed       hello
  coding/iou: attempt 1 kept"""
    )


def test_a_pass_says_how_many_cases():
    passed = report(verdict=Verdict.PASSED, passed=6, failure=None)
    assert drawn(report_view(passed)).startswith("iou: passed, all 6 cases passed")


def test_nothing_is_wider_than_the_terminal():
    wide = Failure(case="c", category="basic", message="m " * 80, inputs="x" * 300)
    assert max(map(len, drawn(report_view(report(failure=wide)), 60).splitlines())) <= 60


def test_many_reports_are_a_line_each():
    assert drawn(summary_view([report(), report(file="b.py")])) == (
        "iou.py  iou  wrong  4 of 6  edge\nb.py    iou  wrong  4 of 6  edge"
    )
