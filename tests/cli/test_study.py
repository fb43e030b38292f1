"""Sessions line by line: keys in, the log out."""

import json
import os
import re
import stat
import sys
from pathlib import Path

import pytest

from quizml.model.reviews import Rating


@pytest.fixture
def log(quizml):
    """The reviews that stand, as (card, rating)."""

    def read() -> list[tuple[str, Rating]]:
        rows = json.loads(quizml("log", "--json").stdout)
        return [(row["card_id"], Rating(row["review_rating"])) for row in rows]

    return read


def test_one_card_revealed_and_rated_good_is_one_review(quizml, deck: Path, log) -> None:
    result = quizml("study", deck, "--type", "basic", "--limit", "1", typed="\n3\nq\n")
    assert result.exit_code == 0, result.output
    assert log() == [("little/relu", Rating.GOOD)]


def test_shipped_decks_take_the_same_keys(quizml, log) -> None:
    result = quizml("study", "--type", "basic", "--limit", "1", typed="\n3\nq\n")
    assert result.exit_code == 0, result.output
    assert [rating for _, rating in log()] == [Rating.GOOD]


def test_the_answer_is_not_shown_before_it_is_asked_for(quizml, deck: Path, log) -> None:
    result = quizml("study", deck, "--limit", "1", typed="q\n")
    assert "What is ReLU?" in result.output
    assert "elementwise" not in result.output
    assert log() == []


def test_an_end_of_input_ends_the_session_and_keeps_what_was_answered(quizml, deck, log) -> None:
    result = quizml("study", deck, "--type", "basic", typed="\n4\n")
    assert result.exit_code == 0
    assert log() == [("little/relu", Rating.EASY)]


def test_a_key_that_means_nothing_is_told_and_rates_nothing(quizml, deck: Path, log) -> None:
    result = quizml("study", deck, "--type", "basic", typed="3\n\n7\nxyz\n2\nq\n")
    assert result.output.count("? shows the keys") == 3
    assert log() == [("little/relu", Rating.HARD)]


def test_enter_does_not_rate_a_card_that_the_learner_has_to_judge(quizml, deck, log) -> None:
    result = quizml("study", deck, "--type", "basic", typed="\n\n\nq\n")
    assert "Press 1, 2, 3 or 4" in result.output
    assert log() == []


def test_undo_takes_back_answers_to_any_depth_and_after_a_restart(quizml, deck, log) -> None:
    quizml("study", deck, "--type", "basic", typed="\n4\n\n4\nq\n")
    assert len(log()) == 2
    quizml("study", deck, "--type", "basic", typed="u\nu\nq\n")
    assert log() == []
    quizml("study", deck, "--type", "basic", typed="u\n\n3\nq\n")
    assert log() == [("little/relu", Rating.GOOD)]


def test_a_choice_is_marked_by_the_program(quizml, deck: Path, log) -> None:
    result = quizml("study", deck, "--type", "choice", typed="q\n")
    place = next(n for n in "12" if re.search(rf"{n}\s+the largest value", result.output))
    # options are shuffled at each showing, so look before answering: try both places
    right = quizml("study", deck, "--type", "choice", "--cram", typed=f"{place}\n\nq\n")
    told = "✓ Right" in right.output
    assert log() == [("little/pooling", Rating.GOOD if told else Rating.AGAIN)]
    if not told:
        assert "that is average pooling" in right.output


def test_the_program_may_be_overruled(quizml, deck: Path, log) -> None:
    quizml("study", deck, "--type", "numeric", typed="-1\n3\nq\n")
    assert log() == [("little/width", Rating.GOOD)]


def numbers_asked(output: str) -> tuple[int, int]:
    found = re.search(r"(\d)x\1 kernel on (\d+) pixels", output)
    assert found, output
    return int(found[1]), int(found[2])


def test_a_numeric_card_shows_its_calculation(quizml, deck: Path, log) -> None:
    result = quizml("study", deck, "--type", "numeric", typed="-1\n\nq\n")
    kernel, pixels = numbers_asked(result.output)
    assert f"{pixels} - {kernel} + 1 = {pixels - kernel + 1}" in result.output
    assert "✗" in result.output
    assert log() == [("little/width", Rating.AGAIN)]


def test_what_is_no_number_is_asked_again_and_marks_nothing(quizml, deck: Path, log) -> None:
    result = quizml("study", deck, "--type", "numeric", typed="many\n0,5\n\n2\nq\n")
    assert "not a number" in result.output
    assert "Write a point" in result.output
    assert log() == [("little/width", Rating.HARD)]


@pytest.mark.parametrize("typed", ["1/4", "0.25", " $1/4$ ", "１/４", "25%"])
def test_a_cloze_takes_any_writing_of_its_answer(quizml, deck: Path, log, typed: str) -> None:
    result = quizml("study", deck, "--type", "cloze", typed=f"{typed}\n\nq\n")
    assert "✓" in result.output, result.output
    assert log() == [("little/slope/c1", Rating.GOOD)]


def test_of_a_cloze_note_one_card_a_day_is_asked(quizml, deck: Path, log) -> None:
    quizml("study", deck, "--type", "cloze", typed="1/4\n4\n0\n4\nq\n")
    assert log() == [("little/slope/c1", Rating.EASY)]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_language_is_shown_alone(quizml, deck: Path, lang: str) -> None:
    result = quizml("study", deck, "--type", "basic", "--lang", lang, typed="\n3\n\n3\nq\n")
    chinese = re.findall(r"[一-鿿]", result.output)
    assert bool(chinese) == (lang == "zh"), result.output


def test_both_languages_stand_one_under_the_other(quizml, deck: Path) -> None:
    result = quizml("study", deck, "--type", "basic", "--lang", "both", typed="q\n")
    assert result.output.index("What is ReLU?") < result.output.index("什么是 ReLU？")


def test_the_language_key_goes_round(quizml, deck: Path) -> None:
    result = quizml("study", deck, "--type", "basic", typed="l\nl\nl\nq\n")
    assert result.output.count("什么是 ReLU？") == 2
    assert result.output.count("What is ReLU?") == 3


def test_burying_lasts_until_tomorrow_and_suspending_for_good(quizml, deck, monkeypatch) -> None:
    quizml("study", deck, "--type", "basic", typed="b\ns\nq\n")
    assert "What is" not in quizml("study", deck, "--type", "basic", typed="q\n").output
    monkeypatch.setenv("QUIZML_NOW", "2026-03-03T21:00:00+08:00")
    tomorrow = quizml("study", deck, "--type", "basic", typed="q\n").output
    assert "What is ReLU?" in tomorrow
    assert "sigmoid" not in tomorrow


def test_tags_topics_kinds_and_limits_choose_the_cards(quizml, deck: Path, log) -> None:
    quizml("study", deck, "--topic", "pooling", "--new", "0", typed="1\n\nq\n")
    assert log() == []
    quizml("study", deck, "--topic", "pooling", typed="1\n\nq\n")
    assert [card for card, _ in log()] == ["little/pooling"]


def test_no_card_that_fits_is_one_line_and_exit_2(quizml, deck: Path) -> None:
    result = quizml("study", deck, "--tag", "nothing-like-it")
    assert result.exit_code == 2
    assert result.stderr.startswith("quizml: no card fits")


def test_an_unknown_deck_is_told_the_nearest(quizml) -> None:
    result = quizml("study", "normalisation")
    assert result.exit_code == 2
    assert "normalization" in result.stderr


def test_a_broken_deck_is_told_and_the_others_study(quizml, deck: Path, tmp_path, log) -> None:
    (tmp_path / "broken.yaml").write_text("title: Broken\ncards:\n  - anwser: x\n")
    result = quizml("study", tmp_path, "--type", "basic", "--limit", "1", typed="\n3\nq\n")
    assert "broken.yaml:3" in result.stderr
    assert log() == [("little/relu", Rating.GOOD)]


def test_the_study_day_decides_and_good_next_morning_waits_a_week(
    quizml, deck: Path, monkeypatch
) -> None:
    one = ("study", deck, "--topic", "relu")
    monkeypatch.setenv("QUIZML_NOW", "2026-03-02T21:00:00+08:00")
    quizml(*one, typed="\n3\nq\n")
    monkeypatch.setenv("QUIZML_NOW", "2026-03-03T08:00:00+08:00")
    result = quizml(*one, typed="\n3\nq\n")
    waits = re.search(r"3 Good (\d+)d", result.output)
    assert waits, result.output
    assert 6 <= int(waits[1]) <= 8


def test_editing_a_card_keeps_its_progress(quizml, deck: Path, log, monkeypatch, tmp_path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport sys, pathlib\np = pathlib.Path(sys.argv[-1])\n"
        "p.write_text(p.read_text().replace('What is ReLU?', 'Define the rectifier.'))\n"
    )
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", os.fspath(editor))
    quizml("study", deck, "--topic", "relu", typed="\n3\nq\n")
    result = quizml("study", deck, "--topic", "relu", typed="e\n\n4\nq\n")
    assert "Define the rectifier." in result.output
    assert [rating for _, rating in log()] == [Rating.GOOD, Rating.EASY]


def test_a_card_renamed_with_was_keeps_its_progress(quizml, deck: Path, log) -> None:
    quizml("study", deck, "--topic", "relu", typed="\n4\nq\n")
    text = deck.read_text(encoding="utf-8")
    deck.write_text(text.replace("- id: relu\n", "- id: rectifier\n    was: relu\n"))
    quizml("study", deck, typed="q\n")
    assert log() == [("little/rectifier", Rating.EASY)]


def test_reordering_a_deck_changes_nothing_that_is_due(quizml, deck: Path, tmp_path) -> None:
    quizml("study", deck, "--topic", "relu", typed="\n4\nq\n")
    before = json.loads(quizml("due", deck, "--json").stdout)
    head, *cards = re.split(r"(?=  - id: )", deck.read_text(encoding="utf-8"))
    deck.write_text(head + "".join(reversed(cards)), encoding="utf-8")
    assert json.loads(quizml("due", deck, "--json").stdout) == before


def test_text_study_never_loads_numpy(program, deck: Path, tmp_path, monkeypatch) -> None:
    probe = tmp_path / "probe"
    probe.mkdir()
    (probe / "numpy.py").write_text("raise SystemExit('numpy was loaded')\n")
    monkeypatch.setenv("PYTHONPATH", str(probe))
    done = program("study", deck, typed="\n3\n\n3\nq\n")
    assert done.returncode == 0, done.stderr
    assert "numpy was loaded" not in done.stdout + done.stderr
