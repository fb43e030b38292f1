"""Several processes, some of them killed."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from storefakes import NOW, TODAY, answer, findings, opened, record, replay, reviews

from quizml.model.errors import Fault
from quizml.store import database
from quizml.store.findings import Outcome

ANSWERER = Path(__file__).with_name("answerer.py")


def session(path, *arguments):
    command = [sys.executable, ANSWERER, path, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def nothing_found(path):
    found = findings(path)
    assert {finding.outcome for finding in found} == {Outcome.OK}, found


def logged_ids(path):
    """Of every answer ever logged, undone ones too."""
    with opened(path) as store:
        return [row[0] for row in store._database.connection.execute("select id from reviews")]


def test_a_killed_session_loses_no_answer_that_it_acknowledged_and_doubles_none(path):
    dice = random.Random(20260302)
    acknowledged = []
    for _ in range(14):
        running = session(path, 5)
        if dice.random() < 0.7:
            acknowledged.append(running.stdout.readline())  # it is past its start
        time.sleep(dice.uniform(0, 0.08))
        running.kill()
        rest, _ = running.communicate()
        acknowledged += rest.splitlines(keepends=True)
        nothing_found(path)
    whole = [line.strip() for line in acknowledged if line.endswith("\n")]
    ids = logged_ids(path)
    assert whole
    assert len(ids) == len(set(ids))
    assert set(whole) <= set(ids)
    assert len(ids) <= len(whole) + 14  # at most one each that was saved but not yet told


def test_sessions_at_once_neither_lose_nor_double_an_answer(path):
    running = [session(path, 3, 60) for _ in range(3)]
    told = []
    for each in running:
        out, error = each.communicate(timeout=60)
        assert each.returncode == 0, error
        told += out.split()
    with opened(path) as store:
        logged = list(store.log())
        assert sorted(line for line in told if line != "stale") == [each.id for each in logged]
        for card, standing in store.standings().items():
            assert standing.progress == replay([e.review for e in store.history(card)])
            assert standing.version == store.history(card)[-1].id
    assert len(told) == 180
    nothing_found(path)


def test_sessions_that_begin_at_once_make_one_store(path, monkeypatch):
    """The other one makes the tables between two looks at the empty file."""
    looked = database.is_empty

    def made_meanwhile(connection):
        monkeypatch.setattr(database, "is_empty", looked)
        empty = looked(connection)
        opened(path).close()
        return empty

    monkeypatch.setattr(database, "is_empty", made_meanwhile)
    with opened(path) as store:
        record(store, answer())
    nothing_found(path)


def test_two_sessions_that_show_the_same_card_log_one_answer(path):
    with opened(path) as here, opened(path) as there:
        shown = there.standing("deck/card")
        record(here, answer())
        before = there.standings()
        with pytest.raises(Exception, match="answered elsewhere"):
            there.record(answer(), replay([answer()]), version=shown.version)
        assert there.standings() == before == here.standings()
        assert len(reviews(there)) == 1
        assert there.undo(NOW, TODAY) == answer()


def test_a_store_that_stays_locked_is_said_in_one_line_and_nothing_is_logged(path):
    with opened(path) as here, opened(path, patience=0.05) as there:
        with here._database.writing(), pytest.raises(Fault, match="another program is writing"):
            record(there, answer())
        record(there, answer())
        assert len(reviews(here)) == 1


def change_half(store):
    with store._database.writing() as db:
        db.execute("insert into meta values ('a', 'b')")
        raise KeyboardInterrupt


def test_an_interrupted_change_is_no_change(store):
    with pytest.raises(KeyboardInterrupt):
        change_half(store)
    assert store._database.connection.execute("select count(*) from meta").fetchone() == (2,)
    record(store, answer())
