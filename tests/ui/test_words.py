import io
from datetime import timedelta

import pytest
from rich.console import Console

from quizml.model.reviews import Rating
from quizml.model.text import Display, Language
from quizml.ui.cards import screen
from quizml.ui.footers import footer
from quizml.ui.frame import Footer, Header
from quizml.ui.lines import width_of
from quizml.ui.plain import answer, heading, prompt, question
from quizml.ui.showing import Phase, Showing
from quizml.ui.summary import Summary, help_screen, summary
from quizml.ui.themes import BARE, DARK, LIGHT, MONO, Block, choose
from quizml.ui.words import PHRASES, format_wait

WAITS = [
    (timedelta(seconds=5), "<1m", "不到 1 分钟"),
    (timedelta(minutes=10), "10m", "10 分钟"),
    (timedelta(minutes=59, seconds=50), "1h", "1 小时"),
    (timedelta(hours=3), "3h", "3 小时"),
    (timedelta(hours=23, minutes=50), "1d", "1 天"),
    (7, "7d", "7 天"),
    (30, "30d", "30 天"),
    (31, "1mo", "1 个月"),
    (70, "2.3mo", "2.3 个月"),
    (438, "1.2y", "1.2 年"),
    (36500, "99.9y", "99.9 年"),
]


@pytest.mark.parametrize(("wait", "en", "zh"), WAITS)
def test_waits(wait, en, zh):
    assert format_wait(wait) == en
    assert format_wait(wait, Language.ZH) == zh


@pytest.mark.parametrize(("key", "phrase"), PHRASES.items())
def test_every_phrase_is_in_both_languages(key, phrase):
    en, zh = phrase
    assert en.isascii() or "·" in en
    assert not zh.isascii(), key
    assert en.count("{") == zh.count("{")


@pytest.mark.parametrize(
    ("options", "theme"),
    [
        ({}, DARK),
        ({"colorfgbg": "0;15"}, LIGHT),
        ({"colorfgbg": "15;default;0"}, DARK),
        ({"wanted": "light", "colorfgbg": "15;0"}, LIGHT),
        ({"wanted": "light", "no_color": True}, MONO),
        ({"no_color": True, "dumb": True}, BARE),
    ],
)
def test_the_theme_of_a_terminal(options, theme):
    assert choose(**options) is theme


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("width", [20, 80])
def test_summary_and_help(language, width, text, snapshot):
    told = Summary(
        ratings={Rating.AGAIN: 3, Rating.HARD: 1, Rating.GOOD: 20, Rating.EASY: 2},
        new=8,
        took=timedelta(minutes=19, seconds=40),
        today=2,
        tomorrow=14,
        week=61,
        next_in=timedelta(minutes=9),
    )
    lines = [*summary(told, language, width), (), *help_screen(language, width)]
    assert text(lines) == snapshot
    assert all(width_of(line) <= width for line in lines)


@pytest.mark.parametrize("language", list(Language))
def test_a_session_without_answers(language, text, snapshot):
    assert text(summary(Summary({}, 0, timedelta()), language, 80)) == snapshot


@pytest.mark.parametrize("kind", ["basic", "choice", "numeric"])
def test_line_by_line(kind, cards, drawn, snapshot):
    shown = Showing(card=cards[kind], display=Display.EN, drawn=drawn)
    open_ = Showing(card=cards[kind], display=Display.EN, drawn=drawn, phase=Phase.REVEALED)
    futures = dict.fromkeys(Rating, "7d")
    printed = (
        heading(Header("Detection", 1, 2, 3, flagged=True), Language.EN)
        + question(shown)
        + prompt(footer(shown, futures), Language.EN)
        + answer(open_)
        + prompt(footer(open_, futures), Language.EN)
    )
    assert printed == snapshot
    assert "\x1b" not in printed
    assert prompt(Footer(unit="px"), Language.EN) == " > "


def test_the_language_of_the_fixed_words(cards, text):
    shown = Showing(card=cards["basic"], display=Display.ZH, phase=Phase.REVEALED)
    assert "笔记勘误" in text(screen(shown, 80, BARE))


def test_lines_print_through_rich_without_markup(cards):
    out = io.StringIO()
    shown = Showing(card=cards["basic"], display=Display.EN, phase=Phase.REVEALED)
    Console(file=out, width=80, color_system=None).print(Block(screen(shown, 80, DARK), DARK))
    assert "x[i, j]" in out.getvalue()
