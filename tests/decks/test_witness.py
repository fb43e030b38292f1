"""Every numeric card of the shipped decks against a calculation of another kind, on 50 draws.

`witness/<deck>.py` holds a function for each numeric card, named as the card with underscores. It
takes the drawn numbers by name and finds the answer another way than the card's expression: by
running the layer in NumPy, counting, simulating, or from a library.
"""

import importlib.util
import inspect
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from quizml.decks.expressions import draw
from quizml.decks.library import Place, load
from quizml.model.cards import Numeric
from quizml.model.heads import CardId, Kind
from quizml.references import EXERCISES

ROOT = Path(__file__).parents[2]
WITNESSES = Path(__file__).parent / "witness"
DRAWS = 50


@cache
def library(folder: Path):
    return load(Place(shipped=ROOT / "decks"), folder, EXERCISES)


def numeric_ids() -> list[CardId]:
    """Found without the cache: pytest collects before there is a temporary folder."""
    heads = load(Place(shipped=ROOT / "decks"), Path("/nonexistent"), EXERCISES).heads()
    return [head.id for head in heads if head.kind is Kind.NUMERIC]


@cache
def witnesses(deck: str) -> ModuleType:
    path = WITNESSES / f"{deck.replace('-', '_')}.py"
    spec = importlib.util.spec_from_file_location(f"witness_{path.stem}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answer(witness: Callable[..., float], values: dict[str, float]) -> float:
    """Call the witness with the variables that it names."""
    wanted = inspect.signature(witness).parameters
    return float(witness(**{name: values[name] for name in wanted}))


@pytest.mark.parametrize("card_id", numeric_ids())
def test_an_independent_calculation_agrees(card_id: CardId, tmp_path_factory) -> None:
    deck, slug = card_id.split("/")
    witness = getattr(witnesses(deck), slug.replace("-", "_"), None)
    assert witness, f"no witness for {card_id}"
    card = library(tmp_path_factory.getbasetemp() / "decks-cache").card(card_id)
    assert isinstance(card, Numeric)
    rng = random.Random(card_id)
    for _ in range(DRAWS):
        drawn = draw(card, rng)
        values = dict(drawn.values)
        got = answer(witness, values)
        assert got == pytest.approx(float(drawn.answer), rel=1e-9, abs=1e-12), (values, card.answer)
