"""`quizml code` and `quizml reveal`: starters, hints, what was tried, and the reference beside."""

import json
from pathlib import Path

import pytest

from quizml.cli.context import Context
from quizml.model.heads import CardId
from quizml.model.reviews import Rating
from tests.e2e.terminal import Terminal

TESTS = Path(__file__).parent.parent
RIGHT = (TESTS / "right/nms/vectorised.py").read_text("utf-8")
WRONG = (TESTS / "wrong/nms/at_least.py").read_text("utf-8")
NMS = CardId("coding-boxes/nms")


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "nms.py"


@pytest.fixture
def at(monkeypatch):
    """Sets the clock."""
    return lambda time: monkeypatch.setenv("QUIZML_NOW", f"2026-03-02T{time}+08:00")


def reviews():
    return [(r.review.rating, r.review.took_ms) for r in Context().store().log()]


# The time it took


def test_passing_soon_after_the_starter_is_easy(quizml, file, at):
    at("21:00:00")
    quizml("code", "nms")
    file.write_text(RIGHT)
    at("21:08:00")
    assert "coding-boxes/nms: Easy after 8 min, next in" in quizml("grade", file).stdout
    assert reviews() == [(Rating.EASY, 480_000)]


def test_passing_later_is_good_and_its_time_is_kept(quizml, file, at):
    at("21:00:00")
    quizml("code", "nms")
    file.write_text(RIGHT)
    at("21:30:00")
    assert "coding-boxes/nms: Good after 30 min" in quizml("grade", file).stdout
    assert reviews() == [(Rating.GOOD, 1_800_000)]


def test_passing_after_a_failure_is_hard_however_quick(quizml, file, at):
    at("21:00:00")
    quizml("code", "nms")
    file.write_text(WRONG)
    at("21:01:00")
    quizml("grade", file)
    file.write_text(RIGHT)
    at("21:02:00")
    quizml("grade", file)
    assert reviews() == [(Rating.HARD, 120_000)]


def test_who_was_away_meanwhile_took_an_unknown_time(quizml, file, at):
    at("09:00:00")
    quizml("code", "nms")
    file.write_text(RIGHT)
    at("21:00:00")
    quizml("grade", file)
    assert reviews() == [(Rating.GOOD, 0)]


def test_the_first_start_counts(quizml, file, at):
    at("21:00:00")
    quizml("code", "nms")
    at("21:14:00")
    quizml("code", "nms", "--dir", "again")
    file.write_text(RIGHT)
    at("21:15:00")
    quizml("grade", file)
    assert reviews() == [(Rating.GOOD, 900_000)]


def test_a_card_shown_in_a_session_starts_the_clock(quizml, file, at):
    at("21:00:00")
    result = quizml("study", "coding-boxes", "--new", "99", "--limit", "99", typed="n\n" * 99)
    assert result.exit_code == 0, result.output
    file.write_text(RIGHT)
    at("21:05:00")
    quizml("grade", file)
    assert reviews() == [(Rating.EASY, 300_000)]


# Hints


def test_hints_are_shown_one_by_one(quizml):
    first = quizml("code", "nms", "--hint", 1)
    assert first.exit_code == 0
    assert first.stdout.startswith("Hint 1 of 4\n  ")
    assert "Hint 2" not in first.stdout
    assert first.stderr == "next: quizml code nms --hint 2\n"
    assert quizml("code", "nms", "--hint", 4).stderr == ""


def test_hints_come_in_the_language_of_the_learner(quizml):
    quizml("config", "set", "language", "zh")
    assert quizml("code", "nms", "--hint", 2).stdout.startswith("提示 2/4")


def test_a_hint_too_many_is_told_in_one_line(quizml):
    result = quizml("code", "nms", "--hint", 5)
    assert result.exit_code == 2
    assert result.stderr == "quizml: coding-boxes/nms has no hint 5 (hints: 4)\n"


# What was tried


def test_every_attempt_is_listed_the_newest_last(quizml, file, at):
    for time, text in (("20:00:00", WRONG), ("20:30:00", "def nms(b, s):\n"), ("21:00:00", RIGHT)):
        at(time)
        file.write_text(text)
        quizml("grade", file)
    shown = quizml("code", "nms", "--history")
    assert shown.exit_code == 0
    head, _, one, two = shown.stdout.splitlines()
    assert head.split() == ["when", "verdict", "failed", "in", "took"]
    assert one.split()[:6] == ["1", "2026-03-02", "20:00", "✗", "wrong", "edge"]
    assert two.split()[:5] == ["2", "2026-03-02", "21:00", "✓", "passed"]


def test_an_attempt_is_printed_as_it_was_handed_in(quizml, file):
    file.write_text(WRONG)
    quizml("grade", file)
    assert quizml("code", "nms", "--show", 1).stdout == WRONG
    missing = quizml("code", "nms", "--show", 2)
    assert missing.exit_code == 2
    assert "there is no attempt 2: there are 1" in missing.stderr


def test_attempts_are_to_be_had_as_json(quizml, file):
    file.write_text(WRONG)
    quizml("grade", file)
    (one,) = json.loads(quizml("code", "nms", "--json").stdout)
    assert (one["number"], one["card"], one["verdict"], one["category"]) == (
        1,
        NMS,
        "wrong",
        "edge",
    )
    assert one["at"] == "2026-03-02T13:00:00+00:00"
    assert one["submission"] == WRONG


def test_a_card_never_tried_says_what_to_do(quizml):
    shown = quizml("code", "nms", "--history")
    assert shown.exit_code == 0
    assert "not tried yet; quizml code nms writes a starter" in shown.stdout
    assert json.loads(quizml("code", "nms", "--json").stdout) == []


def test_one_thing_at_a_time(quizml):
    result = quizml("code", "nms", "--hint", 1, "--history")
    assert result.exit_code == 2
    assert "choose one of them" in result.stderr


# The reference beside it


@pytest.fixture
def passed(quizml, file):
    """A file with more in it than the function, that passes."""
    file.write_text(f"{RIGHT}\n\ndef unrelated():\n    return 'nothing to do with it'\n")
    assert quizml("grade", file).exit_code == 0


def test_in_a_pipe_the_reference_comes_alone(quizml, passed):
    shown = quizml("reveal", "nms")
    assert shown.stdout.startswith("from __future__ import annotations")
    assert "Yours" not in shown.stdout
    compile(shown.stdout, "nms.py", "exec")


def test_on_a_wide_terminal_it_stands_beside_the_learners_own(passed):
    with Terminal("reveal", "nms", rows=100, columns=140) as terminal:
        assert terminal.finish() == 0
        lines = terminal.screen().splitlines()
    head = next(line for line in lines if "── Reference" in line)
    assert "── Yours: passed, 2026-03-02 21:00" in head
    assert "unrelated" not in "\n".join(lines)
    assert any("from __future__" in line and "import numpy" in line for line in lines)


def test_on_a_narrow_one_below(passed):
    with Terminal("reveal", "nms", rows=200, columns=80) as terminal:
        assert terminal.finish() == 0
        lines = terminal.screen().splitlines()
    heads = [line for line in lines if line.startswith("── ")]
    assert heads[0].startswith("── Reference ──")
    assert heads[1].startswith("── Yours: passed")


@pytest.mark.parametrize("command", ["grade", "code", "reveal"])
def test_each_command_has_an_example(quizml, command):
    for asked in ("-h", "--help"):
        assert f"Example: quizml {command}" in quizml(command, asked).stdout
