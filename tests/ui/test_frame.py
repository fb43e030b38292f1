import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.model.reviews import Rating, State
from quizml.model.text import Display, Language
from quizml.ui.cards import screen
from quizml.ui.editing import LineEdit
from quizml.ui.footers import footer
from quizml.ui.frame import Footer, Header, Size, frame, scrolled, viewport
from quizml.ui.lines import Span, clean, width_of
from quizml.ui.showing import Phase, Showing
from quizml.ui.themes import BARE, DARK

HEADER = Header("Object detection", done=12, left=18, minutes=7, state=State.NEW, flagged=True)
FUTURES = dict(zip(Rating, ["10m", "15m", "7d", "15d"], strict=True))
SIZES = [Size(80, 24), Size(140, 50), Size(40, 10), Size(20, 5)]


def size_name(size):
    return f"{size.columns}x{size.rows}"


@pytest.mark.parametrize("display", list(Display))
@pytest.mark.parametrize("size", SIZES, ids=size_name)
def test_an_answer_in_its_frame(size, display, cards, text, snapshot):
    showing = Showing(card=cards["basic"], display=display, phase=Phase.REVEALED)
    body = screen(showing, size.measure, BARE)
    shown = frame(
        HEADER, body, footer(showing, FUTURES, note="undone"), size, language=showing.language
    )
    assert text(shown.lines) == snapshot


@pytest.mark.parametrize("kind", ["basic", "cloze", "choice", "several", "numeric", "code"])
def test_the_keys_of_a_question(kind, cards, drawn, text, snapshot):
    showing = Showing(
        card=cards[kind], display=Display.EN, drawn=drawn if kind == "numeric" else None
    )
    edit = LineEdit("1/4", 3) if kind in {"cloze", "numeric"} else None
    size = Size(80, 12)
    shown = frame(
        HEADER, screen(showing, size.measure, BARE), footer(showing, FUTURES, edit=edit), size
    )
    assert text(shown.lines) == snapshot


BODY = st.lists(st.text(max_size=30).map(lambda text: (Span(clean(text).replace("\n", " ")),)))


@given(
    BODY,
    st.integers(4, 160),
    st.integers(1, 60),
    st.integers(-5, 50),
    st.booleans(),
    st.none() | st.text(max_size=50),
    st.text(max_size=30),
    st.sampled_from(list(Language)),
)
def test_always_exactly_the_screen(body, columns, rows, offset, rated, typed, note, language):
    size = Size(columns, rows)
    edit = None if typed is None else LineEdit(clean(typed).replace("\n", " "), 0)
    foot = Footer((("space", "reveal"), ("q", "quit")), FUTURES if rated else {}, edit, note, note)
    shown = frame(HEADER, body, foot, size, offset=offset, language=language)
    assert len(shown.lines) == rows
    assert all(width_of(line) <= columns for line in shown.lines)
    if shown.cursor is not None:
        assert 0 <= shown.cursor[0] < rows
        assert 0 <= shown.cursor[1] < columns


def test_scrolling_shows_every_line_and_stops_at_both_ends(text):
    body = [(Span(f"line {number}"),) for number in range(100)]
    foot, size = Footer((("space", "reveal"),)), Size(80, 24)
    seen, offset = "", 0
    for _ in range(20):
        seen += text(frame(HEADER, body, foot, size, offset=offset).lines) + "\n"
        offset = scrolled(offset, viewport(foot, size), body, foot, size)
    assert all(f"line {number}\n" in seen for number in range(100))
    assert offset == 100 - viewport(foot, size)
    assert scrolled(offset, -1000, body, foot, size) == 0
    assert scrolled(0, 5, body[:3], foot, size) == 0


def test_more_is_told_and_counted(text):
    body = [(Span("x"),)] * 100
    foot, size = Footer((("space", "reveal"),)), Size(80, 24)
    room = viewport(foot, size)
    assert f"↓ {100 - room} more" in text(frame(HEADER, body, foot, size).lines)
    assert "↑↓" in text(frame(HEADER, body, foot, size, offset=3).lines)
    end = text(frame(HEADER, body, foot, size, offset=100).lines)
    assert "↑" in end
    assert "↓" not in end


@pytest.mark.parametrize(
    ("columns", "rows"), list(itertools.product([20, 40, 80, 140], [5, 10, 24, 50]))
)
def test_the_painted_frame_never_scrolls(columns, rows, cards):
    size = Size(columns, rows)
    showing = Showing(card=cards["basic"], display=Display.BOTH, phase=Phase.REVEALED)
    body = screen(showing, size.measure, DARK)
    painted = frame(HEADER, body, footer(showing, FUTURES), size).text(DARK)
    assert "\n" not in painted
    pyte = pytest.importorskip("pyte")
    terminal = pyte.Screen(columns, rows)
    pyte.Stream(terminal).feed(painted.replace("\x1b[?2026h", "").replace("\x1b[?2026l", ""))
    assert "1" in terminal.display[-2] or rows == 5
    assert "detection" in terminal.display[0] or columns < 40
