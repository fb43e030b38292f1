"""A store in a temporary folder. Helpers are beside, for tests and for the processes they start."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import storefakes

from quizml.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "quizml.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with storefakes.opened(path) as opened:
        yield opened
