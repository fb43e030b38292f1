"""Suspending and resuming from the command line."""

import json

import pytest


@pytest.fixture
def added(quizml, deck):
    """The little deck among the learner's own."""
    assert quizml("deck", "add", deck).exit_code == 0


def new_in_little(quizml) -> int:
    return json.loads(quizml("due", "little", "--json").stdout)["new"]


def test_a_suspended_card_is_not_asked_until_it_is_resumed(quizml, added) -> None:
    before = new_in_little(quizml)
    assert "1 suspended" in quizml("deck", "suspend", "little/relu").stdout
    assert new_in_little(quizml) == before - 1
    assert quizml("deck", "resume").stdout == "little/relu\tsuspended\n"
    assert "1 resumed" in quizml("deck", "resume", "little/relu").stdout
    assert new_in_little(quizml) == before
    assert quizml("deck", "resume").stdout == ""


def test_a_deck_is_suspended_as_a_whole_and_only_once(quizml, added) -> None:
    assert "6 suspended" in quizml("deck", "suspend", "little").stdout
    assert "0 suspended" in quizml("deck", "suspend", "little").stdout
    assert new_in_little(quizml) == 0


def test_all_cards_of_a_cloze_note_go_together(quizml, added) -> None:
    assert "2 suspended" in quizml("deck", "suspend", "little/slope").stdout


def test_what_is_not_there_is_told_the_nearest(quizml, added) -> None:
    result = quizml("deck", "suspend", "little/rleu")
    assert result.exit_code == 2
    assert "did you mean 'little/relu'" in result.stderr
