"""Decks that are folders and bring their own exercises: added, checked, removed."""

import shutil
from pathlib import Path

import pytest

from quizml.cli.context import Context

STRETCH = Path(__file__).parent.parent / "own/stretch"


@pytest.fixture
def stretch(tmp_path):
    """A copy that a test may spoil."""
    return Path(shutil.copytree(STRETCH, tmp_path / "stretch"))


def test_a_sound_deck_is_proved_by_running_it(quizml):
    result = quizml("deck", "check", STRETCH)
    assert result.exit_code == 0, result.output
    assert "1 deck, 2 cards: no faults" in result.output


def spoil(folder, place, before, after):
    file = folder / place
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))


@pytest.mark.parametrize(
    ("place", "before", "after", "words"),
    [
        (
            "reference.py",
            "return low + share",
            "return low + np.random.random() + share",
            "own cases",
        ),
        ("reference.py", "import numpy as np", "import quizml", "No module named 'quizml'"),
        ("reference.py", "def rescale(x,", "def rescale(x", "reference.py:6:"),
        ("wrong/rescale/no_span.py", "x.min()) / (", "x.min()) / max(1e-9, ", "but it passes"),
        (
            "wrong/rescale/no_span.py",
            "# WRONG: edge",
            "# WRONG: ties",
            "fails in edge, and declares",
        ),
        ("right/rescale/loops.py", "[low for", "[high for", "declared right, but wrong"),
        ("deck.yaml", "exercise: rescale", "exercise: rescael", "unknown exercise 'rescael'"),
    ],
)
def test_an_unsound_deck_is_told_with_the_file(quizml, stretch, place, before, after, words):
    spoil(stretch, place, before, after)
    result = quizml("deck", "check", stretch)
    assert result.exit_code == 1
    assert words in result.output
    assert "Traceback" not in result.output


def test_wrong_programs_have_to_be_declared(quizml, stretch):
    shutil.rmtree(stretch / "wrong/any_order")
    assert "no wrong program in wrong/any_order" in quizml("deck", "check", stretch).output


def test_it_is_added_whole_under_its_folders_name_and_removed_whole(quizml, stretch):
    result = quizml("deck", "add", stretch)
    assert result.exit_code == 0, result.output
    assert "Added stretch: 2 cards" in result.output
    own = Context().deck_folder / "stretch"
    there = {file.relative_to(own).as_posix() for file in own.rglob("*.*")}
    assert {"deck.yaml", "reference.py", "wrong/rescale/no_span.py"} <= there
    assert "stretch" in quizml("deck", "list").output
    assert "stretch/rescale" in quizml("deck", "show", "stretch").output
    assert quizml("deck", "remove", "stretch", "--yes").exit_code == 0
    assert not own.exists()


def test_adding_it_again_asks_first(quizml, stretch):
    quizml("deck", "add", stretch)
    result = quizml("deck", "add", stretch)
    assert result.exit_code == 2
    assert "'stretch' would be overwritten" in result.stderr


def test_nothing_of_it_is_run_when_it_is_added_listed_or_shown(quizml, stretch, tmp_path):
    trace = tmp_path / "trace"
    reference = stretch / "reference.py"
    reference.write_text(f"open({str(trace)!r}, 'w')\n" + reference.read_text())
    quizml("deck", "add", stretch)
    quizml("deck", "list")
    quizml("deck", "show", "stretch")
    assert not trace.exists()


@pytest.fixture
def added(quizml, stretch, tmp_path, monkeypatch):
    """The deck is one of the learner's, who works in an empty folder."""
    quizml("deck", "add", stretch)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_its_exercises_are_begun_graded_and_revealed_like_ours(quizml, added):
    written = quizml("code", "rescale")
    assert written.exit_code == 0, written.output
    text = (added / "rescale.py").read_text()
    assert "def rescale(x, low=0.0, high=1.0):" in text
    assert "span" not in text
    assert quizml("grade", "rescale.py").exit_code == 1
    (added / "rescale.py").write_text((STRETCH / "right/rescale/loops.py").read_text())
    passed = quizml("grade", "rescale.py")
    assert passed.exit_code == 0, passed.output
    assert "rescale: passed, all 10 cases passed" in passed.output
    assert "stretch/rescale: Hard after" in passed.output
    shown = quizml("reveal", "rescale").output
    assert "share * (high - low)" in shown
    assert "rescale_cases" not in shown


def test_its_card_can_be_named(quizml, added):
    (added / "mine.py").write_text(
        "def any_order(x):\n    return list(dict.fromkeys(x.tolist()))\n"
    )
    result = quizml("grade", "mine.py", "--card", "stretch/any-order", "--json")
    assert result.exit_code == 0, result.output
    assert '"card": "stretch/any-order"' in result.output


def test_a_reference_that_broke_later_is_told_and_nothing_is_logged(quizml, added):
    reference = Context().deck_folder / "stretch/reference.py"
    reference.write_text(reference.read_text().replace("return low +", "return 1 / 0 +"))
    (added / "rescale.py").write_text("def rescale(x, low=0.0, high=1.0):\n    return x\n")
    result = quizml("grade", "rescale.py")
    assert result.exit_code == 2
    assert "ZeroDivisionError" in result.stderr
    assert "Traceback" not in result.output
    assert not Context().store().attempts("stretch/rescale")
