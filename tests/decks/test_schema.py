"""The shipped JSON Schema and the loader say the same of a deck."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from quizml.decks import schema
from quizml.decks.parse import Parsed

DECKS = Path(__file__).parent.parent.parent / "decks"
CARD = {"id": "x", "question": "a", "answer": "b"}
CHOICE = {"id": "x", "type": "choice", "question": "a"}
NUMERIC = {"id": "x", "type": "numeric", "question": "{n}", "variables": {"n": [1]}, "answer": "n"}
CLOZE = {"id": "x", "type": "cloze", "text": "{{c1::a}}"}
CODE = {"id": "x", "type": "code", "question": "a", "exercise": "nms"}
TWO = [{"text": "a", "correct": True}, {"text": 2}]

VALID = [
    CARD,
    CARD | {"type": "basic", "answer": {"en": "b"}, "points": ["a", {"zh": "b"}], "tags": ["a-b"]},
    CARD | {"answer": 0.5, "was": "y", "importance": 1, "difficulty": "hard", "correction": "no"},
    CARD | {"was": ["y", "e/z"], "sources": ["s0-1"], "references": ["a: b"], "topic": "t"},
    CLOZE | {"explanation": "e"},
    CHOICE | {"choices": TWO},
    CHOICE | {"choices": [*TWO, {"text": "c", "why": {"en": "w"}}], "explanation": "e"},
    NUMERIC,
    NUMERIC | {"variables": {"n": {"from": 1, "to": 3, "step": 1}, "m": "n*2", "k": 5}},
    NUMERIC | {"tolerance": "1%", "where": "n > 0", "unit": "px", "explanation": "{answer}"},
    NUMERIC | {"tolerance": 0.01, "answer": 5},
    CODE | {"hints": ["a"]},
]
INVALID = [
    "text",
    {},
    {"id": "x"},
    CARD | {"id": "Big"},
    CARD | {"id": 5},
    CARD | {"type": "other"},
    CARD | {"anwser": "b"},
    CARD | {"answer": ""},
    CARD | {"answer": " "},
    CARD | {"answer": None},
    CARD | {"answer": ["b"]},
    CARD | {"answer": {}},
    CARD | {"answer": {"fr": "b"}},
    CARD | {"answer": {"en": {"zh": "b"}}},
    CARD | {"importance": 4},
    CARD | {"importance": "2"},
    CARD | {"difficulty": "heavy"},
    CARD | {"tags": "a"},
    CARD | {"tags": ["A b"]},
    CARD | {"was": []},
    CARD | {"was": "a/b/c"},
    CARD | {"choices": TWO},
    CARD | {"type": "cloze"},
    CLOZE | {"question": "a"},
    CHOICE,
    CHOICE | {"choices": TWO[:1]},
    CHOICE | {"choices": TWO * 5},
    CHOICE | {"choices": [*TWO, {"correct": True}]},
    CHOICE | {"choices": [*TWO, {"text": "c", "correct": "yes"}]},
    NUMERIC | {"variables": {}},
    NUMERIC | {"variables": {"n": []}},
    NUMERIC | {"variables": {"n": ["a"]}},
    NUMERIC | {"variables": {"n": {"from": 1}}},
    NUMERIC | {"variables": {"n": {"from": 1, "to": 2, "by": 1}}},
    NUMERIC | {"variables": {"n": [1], "a-b": [1]}},
    NUMERIC | {"tolerance": "1"},
    NUMERIC | {"tolerance": -1},
    NUMERIC | {"answer": ["n"]},
    CODE | {"exercise": ""},
]


def deck(card: object) -> dict:
    return {"title": "T", "cards": [card]}


def told(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema.schema())
    return Draft202012Validator(schema.schema())


def test_the_shipped_schema_is_the_generated_one() -> None:
    shipped = files("quizml.decks").joinpath("deck.schema.json").read_text(encoding="utf-8")
    assert shipped == schema.as_text(), "write quizml.decks.schema.as_text() to deck.schema.json"


@pytest.mark.parametrize("card", VALID, ids=str)
def test_what_the_schema_allows_loads(
    validator: Draft202012Validator, parsed: Callable[..., Parsed], card: object
) -> None:
    assert parsed(told(deck(card))).problems == ()
    validator.validate(deck(card))


@pytest.mark.parametrize("card", INVALID, ids=str)
def test_what_the_schema_forbids_does_not_load(
    validator: Draft202012Validator, parsed: Callable[..., Parsed], card: object
) -> None:
    assert parsed(told(deck(card))).problems
    assert not validator.is_valid(deck(card))


@pytest.mark.parametrize(
    "broken",
    [
        {"cards": [CARD]},
        {"title": "T"},
        {"title": "T", "cards": []},
        {"title": "T", "cards": CARD},
        {"title": "", "cards": [CARD]},
        {"title": "T", "cards": [CARD], "colour": "red"},
        [],
    ],
    ids=str,
)
def test_they_agree_on_the_deck_itself(
    validator: Draft202012Validator, parsed: Callable[..., Parsed], broken: object
) -> None:
    assert parsed(told(broken)).problems
    assert not validator.is_valid(broken)


@pytest.mark.parametrize("path", sorted(DECKS.glob("[a-z]*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_deck_follows_the_schema(validator: Draft202012Validator, path: Path) -> None:
    validator.validate(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader))
