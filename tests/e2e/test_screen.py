"""The full screen, as a person uses it: keys, scrolling, resizing, leaving."""

import json
import os
import signal
import termios
import time
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

LONG = """\
title: {en: Long, zh: 长}
cards:
  - id: long
    topic: long
    question: {en: What is long?, zh: 什么很长？}
    answer:
      en: |
""" + "\n".join(f"        Paragraph number {n} of the answer.\n" for n in range(1, 31))


@pytest.fixture
def ratings(program):
    """The ratings in the log."""
    return lambda: [row["review_rating"] for row in json.loads(program("log", "--json").stdout)]


def test_a_card_is_revealed_rated_and_followed_by_the_next(deck: Path, ratings) -> None:
    with Terminal("study", deck, "--type", "basic") as terminal:
        shown = terminal.wait_for("What is ReLU?")
        assert "elementwise" not in shown
        assert "0 done · 2 left" in shown
        terminal.press(" ")
        shown = terminal.wait_for("elementwise")
        assert "☐ zero below zero" in shown
        assert "3 Good 10m" in shown
        terminal.press("3")
        terminal.wait_for("What is the sigmoid?")
        assert ratings() == [3]
        terminal.press("q")
        assert terminal.finish() == 0
        assert "Next due: 1 later today" in terminal.screen()


def test_a_mistyped_key_says_so_and_changes_nothing(deck: Path, ratings) -> None:
    with Terminal("study", deck, "--type", "basic") as terminal:
        terminal.wait_for("What is ReLU?")
        terminal.press("x3")
        terminal.wait_for("? shows the keys")
        terminal.press("\x1b[15~\x1b[1;5C")
        terminal.press("q")
        assert terminal.finish() == 0
    assert ratings() == []


def test_an_option_is_picked_by_its_number_and_enter_takes_the_suggestion(deck, ratings) -> None:
    with Terminal("study", deck, "--type", "choice") as terminal:
        shown = terminal.wait_for("What does max pooling keep?")
        place = "1" if shown.index("the largest") < shown.index("the mean") else "2"
        terminal.press(place)
        terminal.wait_for("✓ Right")
        terminal.press("\r")
        terminal.wait_for("1 done")
    assert ratings() == [3]


def test_a_cloze_is_typed_and_escape_leads_to_the_keys(deck: Path, ratings) -> None:
    with Terminal("study", deck, "--type", "cloze") as terminal:
        terminal.wait_for("slope is at most")
        terminal.press("q1/5\x7f4")
        terminal.wait_for("q1/4")
        terminal.press("\x15" + "1/4\r")
        terminal.wait_for("✓ Right")
        terminal.press("u")
        terminal.wait_for("nothing to undo", "❯")
        terminal.press("\x1b")
        terminal.wait_for("show answer")
        terminal.press("q")
        assert terminal.finish() == 0
    assert ratings() == []


def test_typing_chinese_keeps_the_cursor_after_it(deck: Path) -> None:
    with Terminal("study", deck, "--type", "cloze", "--lang", "zh") as terminal:
        terminal.wait_for("sigmoid 的斜率")
        terminal.press("四分之一")
        terminal.wait_for("四")
        time.sleep(0.1)
        terminal.pump()
        assert terminal.screen_.cursor.x == 1 + 2 + 8


def test_space_scrolls_a_long_answer_before_anything_else(tmp_path: Path, ratings) -> None:
    file = tmp_path / "long.yaml"
    file.write_text(LONG, encoding="utf-8")
    with Terminal("study", file) as terminal:
        terminal.wait_for("What is long?")
        terminal.press(" ")
        shown = terminal.wait_for("number 1 of")
        assert "number 30" not in shown
        assert "more" in shown
        terminal.press("    ")
        shown = terminal.wait_for("number 30 of")
        assert "number 1 of" not in shown
        terminal.press("\x1b[H\x1b[5~\x1b[5~\x1b[5~\x1b[5~\x1b[5~\x1b[5~\x1b[5~")
        terminal.wait_for("number 1 of")
    assert ratings() == []


def test_a_smaller_window_is_drawn_anew(deck: Path) -> None:
    with Terminal("study", deck, "--type", "basic") as terminal:
        terminal.wait_for("What is ReLU?")
        terminal.screen_.resize(12, 40)
        terminal.child.setwinsize(12, 40)
        terminal.press(" ")
        shown = terminal.wait_for("elementwise")
        assert len(shown.splitlines()) == 12
        assert max(map(len, shown.splitlines())) <= 40


def test_undo_goes_back_from_the_last_page(deck: Path, ratings) -> None:
    with Terminal("study", deck, "--topic", "relu") as terminal:
        terminal.wait_for("What is ReLU?")
        terminal.press(" 4")
        terminal.wait_for("Session over")
        terminal.press("u")
        terminal.wait_for("What is ReLU?")
        terminal.press("q")
        terminal.finish()
    assert ratings() == []


@pytest.mark.parametrize(
    ("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_leaves_the_terminal_as_it_was(deck: Path, sent, status, ratings) -> None:
    with Terminal("study", deck, "--type", "basic") as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)
        terminal.wait_for("What is ReLU?")
        terminal.press(" 3")
        terminal.wait_for("What is the sigmoid?")
        os.kill(terminal.child.pid, sent)
        assert terminal.finish() == status
        assert "Traceback" not in terminal.screen()
        assert termios.tcgetattr(terminal.child.child_fd)[3] & termios.ECHO
        assert before[3] & termios.ECHO
    assert ratings() == [3]


def test_control_c_typed_as_a_key_ends_with_130(deck: Path) -> None:
    with Terminal("study", deck, "--type", "basic") as terminal:
        terminal.wait_for("What is ReLU?")
        terminal.press("\x03")
        assert terminal.finish() == 130
        assert "Traceback" not in terminal.screen()


def test_no_color_sends_no_colour(deck: Path) -> None:
    with Terminal("study", deck, "--type", "basic", NO_COLOR="1") as terminal:
        terminal.wait_for("What is ReLU?")
        terminal.press(" ")
        terminal.wait_for("elementwise")
        used = {char.fg for row in terminal.screen_.buffer.values() for char in row.values()}
        assert used == {"default"}


def test_two_sessions_on_one_card_log_it_once(deck: Path, ratings) -> None:
    one, two = (Terminal("study", deck, "--topic", "relu") for _ in range(2))
    with one, two:
        for terminal in (one, two):
            terminal.wait_for("What is ReLU?")
            terminal.press(" ")
            terminal.wait_for("elementwise")
        one.press("4")
        one.wait_for("Session over")
        two.press("4")
        two.wait_for("Session over", "another session")
    assert ratings() == [4]


def test_a_session_with_nothing_due_says_so(deck: Path) -> None:
    with Terminal("study", deck, "--new", "0") as terminal:
        terminal.wait_for("No card was answered")
        terminal.press("q")
        assert terminal.finish() == 0


def test_both_languages_fit_on_a_wide_screen(deck: Path) -> None:
    with Terminal("study", deck, "--lang", "both", rows=50, columns=140) as terminal:
        shown = terminal.wait_for("什么是 ReLU")
        assert "What is ReLU?" in shown


def test_undo_takes_back_this_sessions_answer_not_the_others(deck: Path, program) -> None:
    one, two = (
        Terminal("study", deck, "--topic", "relu"),
        Terminal("study", deck, "--topic", "sigmoid"),
    )
    with one, two:
        one.wait_for("What is ReLU?")
        two.wait_for("What is the sigmoid?")
        for terminal in (one, two):
            terminal.press(" 4")
            terminal.wait_for("Session over", "slope")
        one.press("u")
        one.wait_for("What is ReLU?")
    rows = json.loads(program("log", "--json").stdout)
    assert [row["card_id"] for row in rows] == ["little/sigmoid"]
