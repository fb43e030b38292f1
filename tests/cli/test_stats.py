"""`quizml stats`."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from typer.testing import Result

from quizml.cli.stats import EN, ZH, bar
from quizml.model.heads import CardId
from quizml.model.reviews import Memory, Progress, Rating, Review, State, StudyDay, Unseen
from quizml.scheduling.scheduler import Scheduler
from quizml.store import Store

Quizml = Callable[..., Result]
TODAY = StudyDay(datetime(2026, 3, 2, tzinfo=UTC).toordinal())


def study(home: Path, card: str, *answers: tuple[int, Rating]) -> None:
    """Answer a card on days counted from today."""
    scheduler = Scheduler()
    progress: Progress = Unseen()
    home.mkdir(exist_ok=True)
    with Store.open(home / "quizml.db", replay=scheduler.replay) as store:
        for offset, rating in answers:
            day = StudyDay(TODAY + offset)
            at = datetime(2026, 3, 2, 12, tzinfo=UTC) + timedelta(days=offset)
            after: Memory = scheduler.futures(CardId(card), progress, at, day, steps=False)[rating]
            review = Review(
                card=CardId(card),
                rating=rating,
                at=at,
                day=day,
                state=State.NEW if isinstance(progress, Unseen) else progress.state,
                took_ms=30_000,
                schedule=after.schedule,
            )
            store.record(review, after, version=store.standing(CardId(card)).version)
            progress = after


@pytest.fixture
def learner(home: Path, deck: Path) -> Path:
    """A home with one deck, studied on three days."""
    (home / "decks").mkdir(parents=True)
    (home / "decks" / "little.yaml").write_text(deck.read_text(encoding="utf-8"), encoding="utf-8")
    study(home, "little/relu", (-2, Rating.GOOD), (-1, Rating.AGAIN), (0, Rating.GOOD))
    study(home, "little/sigmoid", (-1, Rating.EASY), (0, Rating.GOOD))
    return home


@pytest.mark.usefixtures("learner")
def test_json_tells_today_streak_retention_and_forecast(quizml: Quizml) -> None:
    result = quizml("stats", "--json", "--days", 30)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found["today"] == {
        "day": "2026-03-02",
        "answers": 2,
        "new": 0,
        "learning": 0,
        "reviews": 2,
        "passed": 2,
        "recalled": 2,
        "seconds": 60.0,
    }
    assert found["streak"] == {"days": 3, "longest": 3}
    assert found["retention"][0] == {
        "days": 7, "recalled": 2, "reviews": 3, "rate": pytest.approx(2 / 3),
    }  # fmt: skip
    assert len(found["forecast"]) == 30
    assert found["forecast"][0] == {"day": "2026-03-02", "due": 0}
    assert sum(day["due"] for day in found["forecast"]) == 2
    assert found["cards"]["young"] == 2
    assert [(hard["card"], hard["lapses"]) for hard in found["hardest"]] == [("little/relu", 1)]


@pytest.mark.usefixtures("learner")
def test_the_screen_tells_the_same_in_either_language(quizml: Quizml) -> None:
    english = quizml("stats").stdout
    assert "3 in a row, longest 3" in english
    assert "66.7%  (2 of 3)" in english
    assert "forgotten 1×" in english
    assert "█" in english
    assert "\x1b" not in english
    quizml("config", "set", "language", "zh")
    chinese = quizml("stats").stdout
    assert "3 天，最长 3 天" in chinese
    assert "周一 03-02" in chinese


@pytest.mark.usefixtures("learner")
@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_wider_than_the_screen(
    quizml: Quizml, monkeypatch: pytest.MonkeyPatch, columns: int, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("QUIZML_LANGUAGE", language)
    lines = quizml("stats").stdout.splitlines()
    assert max(map(cell_len, lines)) <= columns


def test_a_newcomer_sees_zeros_and_no_error(quizml: Quizml) -> None:
    result = quizml("stats")
    assert result.exit_code == 0
    assert "nothing yet" in result.stdout
    assert json.loads(quizml("stats", "--json").stdout)["retention"][0]["rate"] is None


def test_both_languages_have_every_word() -> None:
    assert EN.keys() == ZH.keys()
    assert len(EN["weekdays"].split()) == len(ZH["weekdays"].split()) == 7


@given(st.integers(0, 1000), st.integers(1, 1000), st.integers(1, 60))
def test_a_bar_fits_and_only_nothing_is_invisible(value: int, more: int, columns: int) -> None:
    drawn = bar(value, value + more, columns)
    assert len(drawn) <= columns
    assert bool(drawn) == bool(value)


def test_the_largest_value_fills_the_columns_and_half_of_it_half() -> None:
    assert bar(8, 8, 10) == "█" * 10
    assert bar(4, 8, 10) == "█" * 5
    assert bar(1, 16, 1) == "▏"
