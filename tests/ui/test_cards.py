import subprocess
import sys
from datetime import UTC, datetime

import pytest

from quizml.model.attempts import Attempt
from quizml.model.reviews import StudyDay
from quizml.model.text import Display
from quizml.model.verdicts import Verdict
from quizml.ui.cards import answer_text, asked, screen
from quizml.ui.lines import text_of, width_of
from quizml.ui.showing import Outcome, Phase, Showing
from quizml.ui.themes import BARE, DARK, LIGHT, MONO

KINDS = ["basic", "cloze", "choice", "several", "numeric", "code"]
SIGNATURE = "def nms(boxes, scores, threshold):\n    ..."


@pytest.fixture
def showing(cards, drawn):
    def made(kind, display=Display.EN, **values):
        values.setdefault("order", (2, 0, 1) if kind in {"choice", "several"} else ())
        values.setdefault("drawn", drawn if kind == "numeric" else None)
        values.setdefault("signature", SIGNATURE if kind == "code" else "")
        return Showing(card=cards[kind], display=display, **values)

    return made


@pytest.mark.parametrize("display", list(Display))
@pytest.mark.parametrize("kind", KINDS)
def test_asked(kind, display, showing, text, snapshot):
    assert text(screen(showing(kind, display, hints=1), 80, BARE)) == snapshot


@pytest.mark.parametrize("display", list(Display))
@pytest.mark.parametrize("kind", KINDS)
def test_revealed(kind, display, showing, text, snapshot):
    shown = showing(kind, display, phase=Phase.REVEALED)
    assert text(screen(shown, 80, BARE)) == snapshot


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("kind", ["cloze", "choice", "several", "numeric"])
def test_marked(kind, outcome, showing, text, snapshot):
    picked = frozenset({0, 2} if outcome is Outcome.RIGHT else {1})
    shown = showing(kind, phase=Phase.REVEALED, outcome=outcome, typed="0.2", picked=picked)
    assert text(screen(shown, 80, BARE)) == snapshot


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize("kind", KINDS)
def test_other_widths(kind, width, showing, text, snapshot):
    shown = showing(kind, Display.BOTH, phase=Phase.REVEALED)
    assert text(screen(shown, width, BARE)) == snapshot


@pytest.mark.parametrize("theme", [DARK, LIGHT, MONO, BARE], ids=lambda theme: theme.name)
def test_themes(theme, showing, snapshot):
    shown = showing("choice", phase=Phase.REVEALED, outcome=Outcome.WRONG, picked=frozenset({1}))
    assert [theme.paint(line) for line in screen(shown, 60, theme)] == snapshot


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_last_attempt(verdict, showing, text):
    at = datetime(2026, 1, 5, 12, tzinfo=UTC)
    attempt = Attempt(
        card=showing("code").card.id,
        verdict=verdict,
        at=at,
        day=StudyDay(739621),
        seconds=0.1,
        category="" if verdict is Verdict.PASSED else "ties",
        submission="",
    )
    said = text(asked(showing("code", attempt=attempt, starter="nms.py"), 80, BARE))
    assert ("✓ passed" in said) is (verdict is Verdict.PASSED)
    assert ("(ties)" in said) is (verdict is not Verdict.PASSED)


@pytest.mark.parametrize("display", list(Display))
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [4, 10, 20, 33])
def test_narrow_screens_hold_nothing_wider(kind, display, width, showing):
    shown = showing(kind, display, phase=Phase.REVEALED, outcome=Outcome.WRONG, typed="一二三 abc")
    widths = [width_of(line) for line in screen(shown, width, DARK)]
    assert max(widths) <= width


def test_a_question_never_holds_the_answer(showing):
    said = "".join(text_of(line) for line in asked(showing("cloze", Display.BOTH), 80, BARE))
    assert "1/4" not in said
    assert "[a number]" in said
    assert "[…]" in said


def test_the_right_answer_as_text(showing):
    assert answer_text(showing("numeric")) == "14 pixels"
    assert answer_text(showing("numeric", Display.ZH)) == "14 像素"
    assert answer_text(showing("cloze")) == "1/4"


def test_code_is_coloured_only_where_there_is_colour(showing):
    body = asked(showing("code"), 80, DARK)
    assert any("fg:" in span.style for line in body for span in line)
    assert "\x1b[" not in "".join(BARE.paint(line) for line in body)
    assert "\x1b[3" not in "".join(MONO.paint(line) for line in body).replace("\x1b[3m", "")


HEAVY = ["pygments", "texicode", "numpy", "yaml", "rich.console", "rich.live", "rich.markdown"]


def test_a_session_of_text_cards_loads_little():
    program = (
        "import sys, quizml.ui.cards, quizml.ui.frame, quizml.ui.footers, quizml.ui.terminal;"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert said.stdout.strip() == b"[]"
