"""Decks written for a test, and what loading them gives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizml.decks.parse import Parsed, parse

EXERCISES = ("softmax", "iou", "nms", "conv2d")


@pytest.fixture
def parsed() -> Callable[..., Parsed]:
    """Parse the text, or the bytes, of a deck called `d`."""

    def call(deck: str | bytes, name: str = "d") -> Parsed:
        data = deck.encode() if isinstance(deck, str) else deck
        return parse(Path(f"{name}.yaml"), data, EXERCISES)

    return call


@pytest.fixture
def faults(parsed: Callable[..., Parsed]) -> Callable[..., list[str]]:
    """What is wrong with a deck, a line each."""

    def call(deck: str | bytes, name: str = "d") -> list[str]:
        return [str(problem) for problem in parsed(deck, name).problems]

    return call


@pytest.fixture
def card_faults(faults: Callable[..., list[str]]) -> Callable[[str], list[str]]:
    """What is wrong with the fields of one card, whose id is `x`; they begin in line 4."""

    def call(fields: str) -> list[str]:
        body = "".join(f"    {line}\n" for line in fields.strip("\n").split("\n"))
        return faults(f"title: D\ncards:\n  - id: x\n{body}")

    return call
