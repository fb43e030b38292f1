"""The screen of a file that is watched."""

import pytest

from quizml.model.cards import Code
from quizml.model.heads import CardId, Head, Kind
from quizml.model.text import Display, Text
from quizml.ui.frame import Banner, Size, frame
from quizml.ui.lines import Span, text_of, width_of
from quizml.ui.themes import BARE
from quizml.ui.watching import View, hints

CARD = Code(
    head=Head(CardId("boxes/iou"), "boxes", "boxes/iou", 0, Kind.CODE, "iou"),
    question=Text("Write it."),
    exercise="iou",
    hints=(Text("Where does it *begin*?", "从哪里开始？"), Text("Use `clip`.")),
)


def view(**changes):
    plain = {
        "banner": Banner("iou.py", "graded at 21:00:00 in 0.3 s"),
        "report": ((Span("iou: wrong", "wrong"),),),
        "hints": tuple(hints(CARD, [1], Display.EN, 40, BARE)),
    }
    return View(**(plain | changes))


def screen(shown, columns, rows):
    drawn_frame = frame(shown.banner, shown.body, shown.footer, Size(columns, rows))
    assert all(width_of(line) <= columns for line in drawn_frame.lines)
    return "\n".join(text_of(line).rstrip() for line in drawn_frame.lines)


def test_the_report_stands_over_the_hints_between_head_and_keys():
    assert (
        screen(view(note="There are no more hints."), 60, 12)
        == """\
 iou.py                         graded at 21:00:00 in 0.3 s
 ──────────────────────────────────────────────────────────

 iou: wrong

 Hint 1 of 2
   Where does it begin?



 ── There are no more hints. ──────────────────────────────
 h hint  r reference  l language  q quit  ↑↓ scroll"""
    )


def test_the_reference_takes_the_place_of_all_else():
    shown = screen(view(reference=((Span("def iou"),),)), 60, 12)
    assert "def iou" in shown
    assert "wrong" not in shown


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (8, 3), (31, 9), (200, 60)])
def test_any_window_holds_it(columns, rows):
    assert len(screen(view(), columns, rows).splitlines()) <= rows


def test_a_title_that_is_too_long_gives_way_to_the_state():
    long = view(banner=Banner("a" * 80, "grading"))
    assert screen(long, 40, 12).splitlines()[0].endswith("aaa grading")


def test_hints_are_told_in_the_language_of_the_learner():
    told = [text_of(line) for line in hints(CARD, [1, 2], Display.ZH, 40, BARE)]
    assert told == ["提示 1/2", "  从哪里开始？", "", "提示 2/2", "  Use clip."]
    both = [text_of(line) for line in hints(CARD, [1], Display.BOTH, 40, BARE)]
    assert both == ["Hint 1 of 2", "  Where does it begin?", "  从哪里开始？"]
