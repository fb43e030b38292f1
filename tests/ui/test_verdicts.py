"""A report, drawn."""

from quizml.model.verdicts import CategoryResult, Failure, Report, Verdict
from quizml.ui.lines import text_of, width_of
from quizml.ui.themes import DARK
from quizml.ui.verdicts import report_view, results


def drawn(lines):
    return "\n".join(text_of(line).rstrip() for line in lines)


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
        drawn(report_view(report(), ["coding/iou: attempt 1 kept"], 80))
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
    assert drawn(report_view(passed, [], 80)).startswith("iou: passed, all 6 cases passed")


def test_nothing_is_wider_than_the_terminal():
    wide = Failure(case="c", category="basic", message="m " * 80, inputs="x" * 300)
    for width in (80, 60, 30):
        lines = report_view(report(failure=wide), ["note " * 30], width)
        assert max(map(width_of, lines)) <= width


def test_how_fast_it_was_is_told_where_it_was_measured():
    fast = report(verdict=Verdict.PASSED, failure=None, speed="5x slower: a loop [i]")
    assert "\n  speed: 5x slower: a loop [i]\n" in drawn(report_view(fast, ["note"], 80))
    assert "speed" not in drawn(report_view(report(), [], 80))


def test_of_few_reports_each_is_told_whole():
    two = [report(), report(verdict=Verdict.PASSED, failure=None)]
    shown = drawn(results(two, ["one", "two"], "full", 80))
    assert shown.count("iou: ") == 2
    assert shown.endswith("  two\n\nsandbox: full")
    assert "passed\n" not in shown


def test_of_many_reports_failures_are_told_whole_and_passes_in_the_table():
    fine = report(file="b.py", verdict=Verdict.PASSED, passed=6, failure=None)
    notes = ["kept", "coding/iou: Good, next in 2 days", "", ""]
    shown = drawn(results([report(), fine, fine, fine], notes, "full", 80))
    assert shown.count("iou: ") == 1
    table = """\
file    function  verdict   cases
──────  ────────  ───────  ──────  ────────────────────
iou.py  iou       wrong    4 of 6  edge
b.py    iou       passed   6 of 6  Good, next in 2 days
b.py    iou       passed   6 of 6
b.py    iou       passed   6 of 6
3 of 4 passed
sandbox: full"""
    assert shown.endswith(table)


def test_a_file_with_a_strange_name_steers_no_terminal():
    strange = report(file="a\x1b[31m\u202e.py")
    shown = drawn(results([strange] * 4, [""] * 4, "", 80))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert r"a\x1b[31m\u202e.py" in shown


def test_a_verdict_has_its_colour():
    (head, *_) = report_view(report(), [], 80)
    assert "31m" in DARK.paint(head)
    (head, *_) = report_view(report(verdict=Verdict.PASSED, failure=None), [], 80)
    assert "32m" in DARK.paint(head)
