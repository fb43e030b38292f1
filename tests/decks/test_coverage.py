"""Every entry of the notes is answered by a card, and every card names entries that exist."""

from pathlib import Path

import yaml

from quizml.decks.library import Place, load
from quizml.references import EXERCISES

DECKS = Path(__file__).parents[2] / "decks"


def entries() -> set[str]:
    listed = yaml.safe_load((DECKS / "_sources.yaml").read_text(encoding="utf-8"))
    return {entry for note in listed.values() for entry in note}


def answered(folder: Path) -> set[str]:
    library = load(Place(shipped=DECKS), folder, EXERCISES)
    assert not library.problems
    return {source for head in library.heads() for source in library.card(head.id).sources}


def test_the_list_holds_all_entries_of_the_five_notes() -> None:
    assert len(entries()) == 925


def test_every_entry_is_answered_by_a_card(tmp_path: Path) -> None:
    missing = entries() - answered(tmp_path)
    assert not missing, sorted(missing)


def test_no_card_names_an_entry_that_is_not_there(tmp_path: Path) -> None:
    assert answered(tmp_path) <= entries()
