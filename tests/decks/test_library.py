"""Decks are found, loaded once, and looked up; a broken one hides no other."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quizml.decks import cache
from quizml.decks.library import Library, Place, load
from quizml.decks.problems import BrokenDecks
from quizml.model.cards import Basic, Choice, Cloze, Code, Numeric
from quizml.model.errors import BadInput
from quizml.model.heads import CardId, Head, Kind
from quizml.model.text import Text

CARD = "title: {}\ncards:\n  - {{id: {}, question: a, answer: b}}\n"

ALL_KINDS = """\
title: {en: All kinds, zh: 各种卡片}
description: Five of them
cards:
  - id: basic
    topic: t
    difficulty: hard
    importance: 3
    tags: [a, b]
    sources: [s0-1]
    references: ["Someone 2019, arXiv:1234.5678"]
    was: [old, elsewhere/older]
    correction: Not so.
    question: {en: What?, zh: 什么？}
    answer: |
      First.

      Second.
    points: [one, {en: two}]
  - id: cloze
    type: cloze
    was: former
    text: "{{c2::b}} after {{c1::a||A::hint}}"
    explanation: Because.
  - id: choice
    type: choice
    question: Which?
    choices: [{text: 0.5, correct: true}, {text: yes, why: {zh: 不对}}]
  - id: numeric
    type: numeric
    question: "{n}?"
    variables: {n: [1, 2.5], k: {from: 0, to: 1, step: 0.5}, m: n * 2}
    where: n > k
    answer: m
    tolerance: 1%
    unit: px
    explanation: "{answer}"
  - {id: code, type: code, question: Write it., exercise: nms, hints: [a]}
"""


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Library]:
    """The library of `shipped/`, `own/` and extra paths under the test's folder."""

    def call(*extra: Path, exercises: tuple[str, ...] = ("nms",)) -> Library:
        place = Place(tmp_path / "shipped", tmp_path / "own", extra)
        return load(place, tmp_path / "cache", exercises)

    return call


def put(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_cached_deck_is_the_parsed_one(tmp_path: Path, opened: Callable[..., Library]) -> None:
    put(tmp_path / "shipped/all.yaml", ALL_KINDS)
    cold, warm = opened(), opened()
    assert cold.problems == ()
    assert cold.heads() == warm.heads()
    assert [cold.card(h.id) for h in cold.heads()] == [warm.card(h.id) for h in warm.heads()]
    assert cold.decks[0].info == warm.decks[0].info


def test_every_kind_becomes_its_card(tmp_path: Path, opened: Callable[..., Library]) -> None:
    put(tmp_path / "shipped/all.yaml", ALL_KINDS)
    opened()
    library = opened()
    kinds = [Basic, Cloze, Cloze, Choice, Numeric, Code]
    cards = [library.card(head.id) for head in library.heads()]
    assert [type(card) for card in cards] == kinds
    basic, cloze, _, choice, numeric, code = cards
    assert basic.head == Head(
        id=CardId("all/basic"),
        deck="all",
        note="all/basic",
        position=0,
        kind=Kind.BASIC,
        topic="t",
        difficulty="hard",
        importance=3,
        tags=("a", "b"),
        was=(CardId("all/old"), CardId("elsewhere/older")),
    )
    assert basic.answer == Text("First.\n\nSecond.", "First.\n\nSecond.")
    assert basic.points == (Text("one", "one"), Text("two", ""))
    assert (cloze.id, cloze.head.note, cloze.number) == ("all/cloze/c1", "all/cloze", 1)
    assert cloze.head.was == ("all/former/c1",)
    assert [o.text.en for o in choice.options] == ["0.5", "yes"]
    assert numeric.variables == (("n", (1, 2.5)), ("k", (0, 0.5, 1)), ("m", "n * 2"))
    assert (numeric.tolerance.amount, numeric.tolerance.relative) == (0.01, True)
    assert code.exercise == "nms"
    assert [card.head.position for card in cards] == [0, 1, 2, 3, 4, 5]


def test_a_warm_start_parses_no_yaml(tmp_path: Path, opened: Callable[..., Library]) -> None:
    put(tmp_path / "shipped/all.yaml", ALL_KINDS)
    opened()
    program = (
        "import sys; from pathlib import Path; from quizml.decks.library import Place, load\n"
        f"library = load(Place(Path({str(tmp_path)!r}, 'shipped')), Path({str(tmp_path)!r}, "
        "'cache'), ['nms'])\n"
        "[library.card(head.id) for head in library.heads()]\n"
        "print(len(library.heads()), 'yaml' in sys.modules, 'numpy' in sys.modules)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.stdout.split() == ["6", "False", "False"], done.stderr


def test_a_thousand_cards_are_there_at_once(tmp_path: Path, opened: Callable[..., Library]) -> None:
    entry = "  - id: c{}\n    question: {}\n    answer: {}\n    points: [a, b, c]\n"
    for deck in range(20):
        cards = "".join(entry.format(i, "Why? " * 20, "Because. " * 100) for i in range(50))
        put(tmp_path / f"shipped/d{deck}.yaml", f"title: d\ncards:\n{cards}")
    opened()
    times = []
    for _ in range(5):
        began = time.perf_counter()
        library = opened()
        assert len(library.heads()) == 1000
        times.append(time.perf_counter() - began)
    assert min(times) < 0.03


def test_a_broken_deck_hides_no_other(tmp_path: Path, opened: Callable[..., Library]) -> None:
    put(tmp_path / "shipped/fine.yaml", CARD.format("Fine", "x"))
    put(tmp_path / "shipped/broken.yaml", "title: [")
    put(tmp_path / "own/worse.yaml", "cards: 3")
    (tmp_path / "own/bytes.yaml").write_bytes(b"\xff\xfe\x00")
    put(tmp_path / "own/_draft.yaml", "title: [")
    library = opened()
    assert [deck.name for deck in library.decks] == ["fine"]
    assert {problem.path.name for problem in library.problems} == {
        "broken.yaml",
        "worse.yaml",
        "bytes.yaml",
    }
    with pytest.raises(BrokenDecks) as error:
        library.deck("worse")
    assert len(str(error.value).splitlines()) == 2


def test_a_learners_deck_takes_the_place_of_the_shipped_one(
    tmp_path: Path, opened: Callable[..., Library]
) -> None:
    put(tmp_path / "shipped/a.yaml", CARD.format("A", "x"))
    put(tmp_path / "shipped/b.yaml", CARD.format("B", "x"))
    put(tmp_path / "own/a.yaml", CARD.format("Mine", "y"))
    put(tmp_path / "own/0.yaml", CARD.format("Own", "x"))
    library = opened()
    assert [(d.name, d.info.title.en, d.shipped) for d in library.decks] == [
        ("a", "Mine", False),
        ("b", "B", True),
        ("0", "Own", False),
    ]


def test_two_files_for_one_name_are_told(tmp_path: Path, opened: Callable[..., Library]) -> None:
    put(tmp_path / "own/a.yaml", CARD.format("A", "x"))
    put(tmp_path / "own/a.yml", CARD.format("A", "y"))
    library = opened()
    assert [head.id for head in library.heads()] == ["a/x"]
    assert "a.yaml is a deck of the same name" in str(library.problems[0])


def test_decks_are_found_by_name_and_by_path(
    tmp_path: Path, opened: Callable[..., Library]
) -> None:
    put(tmp_path / "shipped/detection.yaml", CARD.format("A", "x"))
    put(tmp_path / "shipped/losses.yaml", CARD.format("B", "x"))
    there = put(tmp_path / "there/mine.yaml", CARD.format("C", "x"))
    library = opened()
    assert library.find([]) is library
    chosen = library.find([str(there), "losses"])
    assert [head.id for head in chosen.heads()] == ["mine/x", "losses/x"]
    assert chosen.card(CardId("mine/x")).question.en == "a"
    assert [d.name for d in library.find([f"{tmp_path}/there/"]).decks] == ["mine"]
    assert [d.name for d in opened(there).decks] == ["detection", "losses", "mine"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("detecton", "no deck is called 'detecton' (did you mean 'detection'?)"),
        ("xyz", "`quizml deck list` names them"),
        ("./nowhere.yaml", "nowhere.yaml: no such file"),
        ("/", "no deck in this folder"),
        ("detection/x", "'detection/x' is a card; its deck is 'detection'"),
    ],
)
def test_an_unknown_deck_is_bad_input_with_a_hint(
    tmp_path: Path, opened: Callable[..., Library], name: str, said: str
) -> None:
    put(tmp_path / "shipped/detection.yaml", CARD.format("A", "x"))
    with pytest.raises(BadInput) as error:
        opened().find([name])
    assert said in str(error.value)


def test_an_unknown_card_is_bad_input_with_a_hint(
    tmp_path: Path, opened: Callable[..., Library]
) -> None:
    put(tmp_path / "shipped/detection.yaml", CARD.format("A", "giou"))
    with pytest.raises(BadInput, match="did you mean 'detection/giou'"):
        opened().card(CardId("detection/gio"))


def test_former_names_lead_to_the_new_ones(tmp_path: Path, opened: Callable[..., Library]) -> None:
    put(
        tmp_path / "shipped/a.yaml",
        "title: A\ncards:\n"
        "  - {id: x, question: a, answer: b, was: [old, b/y, b/z]}\n"
        "  - {id: c, type: cloze, text: '{{c1::a}} {{c3::b}}', was: d}\n",
    )
    put(tmp_path / "shipped/b.yaml", CARD.format("B", "z"))
    assert opened().renames() == {
        "a/old": "a/x",
        "b/y": "a/x",
        "a/d/c1": "a/c/c1",
        "a/d/c3": "a/c/c3",
    }


def test_vanished_cards_come_with_the_likeliest_new_name(
    tmp_path: Path, opened: Callable[..., Library]
) -> None:
    cards = ["giou-loss", "focal", "nms"]
    body = "".join(f"  - {{id: {card}, question: a, answer: b}}\n" for card in cards)
    cloze = "  - {id: slopes, type: cloze, text: '{{c1::a}} {{c2::b}}', was: inclines}\n"
    put(tmp_path / "shipped/a.yaml", f"title: A\ncards:\n{body}{cloze}")
    reviewed = map(
        CardId,
        ["a/giou", "a/nms", "a/unheard-of", "a/slope/c2", "a/inclines/c1", "gone/focal", "z/foo"],
    )
    assert opened().vanished(reviewed) == [
        ("a/giou", "a/giou-loss"),
        ("a/slope/c2", "a/slopes/c2"),
        ("a/unheard-of", None),
        ("gone/focal", "a/focal"),
        ("z/foo", None),
    ]


def test_a_changed_deck_is_parsed_anew_and_old_parses_are_swept(
    tmp_path: Path, opened: Callable[..., Library]
) -> None:
    for number in range(cache.KEPT + 4):
        put(tmp_path / "own/a.yaml", CARD.format("A", f"x{number}"))
        assert [head.id for head in opened().heads()] == [f"a/x{number}"]
    put(tmp_path / "cache/a.0-older.jsonl", "{}")
    put(tmp_path / "own/a.yaml", CARD.format("A", "last"))
    assert opened().heads()[0].id == "a/last"
    assert len(list((tmp_path / "cache").iterdir())) == cache.KEPT
    assert not (tmp_path / "cache/a.0-older.jsonl").exists()


def test_a_damaged_cache_is_noticed(tmp_path: Path, opened: Callable[..., Library]) -> None:
    put(tmp_path / "own/a.yaml", ALL_KINDS)
    first = opened()
    (file,) = (tmp_path / "cache").iterdir()
    whole = file.read_bytes()
    for damaged in (b"", b"{}\n", whole[:-20], whole[:10], b"\xff" * 50, b"[]\n"):
        file.write_bytes(damaged)
        assert opened().heads() == first.heads()
        assert file.read_bytes() == whole


def test_a_cache_that_disappears_or_rots_meanwhile_does_no_harm(
    tmp_path: Path, opened: Callable[..., Library]
) -> None:
    put(tmp_path / "own/a.yaml", ALL_KINDS)
    first, warm = opened(), opened()
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(b"x" * file.stat().st_size)
    assert warm.card(CardId("a/basic")) == first.card(CardId("a/basic"))
    file.unlink()
    assert warm.card(CardId("a/code")) == first.card(CardId("a/code"))


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(
    tmp_path: Path, opened: Callable[..., Library]
) -> None:
    put(tmp_path / "own/a.yaml", CARD.format("A", "x"))
    put(tmp_path / "cache", "a file where the folder should be")
    assert [head.id for head in opened().heads()] == ["a/x"]


def test_an_exercise_that_is_gone_is_noticed_in_a_cached_deck(
    tmp_path: Path, opened: Callable[..., Library]
) -> None:
    put(tmp_path / "own/a.yaml", ALL_KINDS)
    assert opened().problems == ()
    (problem,) = opened(exercises=("iou",)).problems
    assert "unknown exercise 'nms'" in str(problem)


def test_folders_that_are_not_there_hold_no_decks(opened: Callable[..., Library]) -> None:
    assert opened().heads() == ()
