import csv
import io
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from quizml.cli import context
from quizml.model.reviews import Interval, Memory, Rating, Review, State


@pytest.fixture
def answered(home):
    """A store with three answers, the last one undone."""
    at = datetime(2026, 3, 2, 13, tzinfo=UTC)
    day = at.toordinal()
    world = context.Context()
    for number, rating in enumerate([Rating.GOOD, Rating.AGAIN, Rating.EASY]):
        wait = Interval(3, day + 3)
        review = Review(
            card=f"deck/card-{number}",
            rating=rating,
            at=at + timedelta(minutes=number),
            day=day,
            state=State.NEW,
            took_ms=2500,
            schedule=wait,
        )
        memory = Memory(2.0, 5.0, wait, review.at, day, 1, 0)
        world.store().record(review, memory, version="")
    world.store().undo(at, day)
    world.close()
    return home


def test_json_tells_each_standing_review_with_its_id_and_device(quizml, answered):
    rows = json.loads(quizml("log", "--json").stdout)
    assert [row["card_id"] for row in rows] == ["deck/card-0", "deck/card-1"]
    assert len({row.pop("id") for row in rows}) == 2
    assert len({row.pop("device") for row in rows}) == 1
    assert rows[1] == {
        "card_id": "deck/card-1",
        "review_time": 1772456460000,
        "review_rating": 1,
        "review_state": 0,
        "review_duration": 2500,
    }


def test_csv_has_the_five_columns_and_nothing_else(quizml, answered):
    rows = list(csv.reader(io.StringIO(quizml("log", "--csv").stdout)))
    assert rows == [
        ["card_id", "review_time", "review_rating", "review_state", "review_duration"],
        ["deck/card-0", "1772456400000", "3", "0", "2500"],
        ["deck/card-1", "1772456460000", "1", "0", "2500"],
    ]


def test_the_table_tells_the_local_time(quizml, answered):
    lines = quizml("log").stdout.splitlines()
    assert lines[1].split() == ["2026-03-02", "21:00", "good", "new", "2.5", "s", "deck/card-0"]
    assert quizml("log", "--limit", 1).stdout.splitlines()[1:] == lines[2:]


@pytest.mark.parametrize(
    ("options", "shown"), [((), "No reviews yet"), (("--json",), "[\n]"), (("--csv",), "card_id,")]
)
def test_an_empty_log_is_said_in_the_form_asked_for(quizml, options, shown):
    result = quizml("log", *options)
    assert result.exit_code == 0
    assert result.stdout.startswith(shown)


def test_two_forms_at_once_are_refused(quizml):
    assert quizml("log", "--csv", "--json").exit_code == 2


@pytest.mark.parametrize("form", ["--csv", "--json"])
def test_a_reader_that_leaves_early_is_no_error(answered, form):
    running = subprocess.Popen(
        [sys.executable, "-u", "-m", "quizml", "log", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait(30) == 0
