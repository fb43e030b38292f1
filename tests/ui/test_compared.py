"""Two texts of code beside each other."""

from quizml.ui.compared import compared
from quizml.ui.lines import Span, text_of, width_of


def code(*lines):
    return [(Span(line, "code"),) if line else () for line in lines]


LEFT = ("Reference", code("def f(x):", "    return x"))
RIGHT = ("Yours", code("def f(x):", "", "    return x + 1  # 测试", "    # no"))


def shown(width):
    return "\n".join(text_of(line).rstrip() for line in compared(LEFT, RIGHT, width))


def test_a_wide_terminal_shows_them_side_by_side():
    lines = shown(120).splitlines()
    assert lines[0] == f"── Reference {'─' * 45}   ── Yours {'─' * 49}"
    assert lines[1:] == [
        "def f(x):                                                    def f(x):",
        "    return x",
        "                                                                 return x + 1  # 测试",
        "                                                                 # no",
    ]


def test_a_narrow_one_shows_them_one_under_the_other():
    assert (
        shown(40)
        == """\
── Reference ───────────────────────────
def f(x):
    return x

── Yours ───────────────────────────────
def f(x):

    return x + 1  # 测试
    # no"""
    )


def test_a_line_that_is_too_long_is_folded_in_its_column():
    long = ("Yours", code("x = " + "1 + " * 40 + "1"))
    for width in (120, 119, 30, 8):
        lines = compared(LEFT, long, width)
        assert max(map(width_of, lines)) <= width
    assert text_of(compared(LEFT, long, 120)[2])[61:].startswith("↪ ")
