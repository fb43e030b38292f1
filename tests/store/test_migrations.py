import sqlite3
from contextlib import closing

import pytest
from storefakes import NOW, TODAY, answer, opened, record, reviews

from quizml.model.errors import Fault
from quizml.store.backups import listed, verify
from quizml.store.database import Database
from quizml.store.migrations import MIGRATIONS, migrate, user_version


def m_next(db):
    db.execute("create table later (name text) strict")
    db.execute("insert into later select card from events")


def m_fails_half_way(db):
    db.execute("create table half (name text) strict")
    db.execute("drop table standings")
    db.execute("insert into nowhere values (1)")


def dump(path):
    with closing(sqlite3.connect(path)) as db:
        return [*db.iterdump(), db.execute("pragma user_version").fetchone()]


@pytest.fixture
def filled(path):
    with opened(path) as store:
        record(store, answer())
    return path


def migrated(path, steps, backup=lambda: None):
    database = Database.open(path, 1)
    with closing(database):
        migrate(database, backup, steps)
        return user_version(database.connection)


def test_each_step_is_done_once_and_counted(filled):
    assert migrated(filled, [*MIGRATIONS, m_next]) == len(MIGRATIONS) + 1
    assert migrated(filled, [*MIGRATIONS, m_next]) == len(MIGRATIONS) + 1


def test_a_step_that_fails_half_way_leaves_everything_as_it_was(filled):
    before = dump(filled)
    with pytest.raises(Fault):
        migrated(filled, [*MIGRATIONS, m_fails_half_way])
    assert dump(filled) == before


def test_steps_before_the_one_that_failed_stay_done(filled):
    with pytest.raises(Fault):
        migrated(filled, [*MIGRATIONS, m_next, m_fails_half_way])
    assert migrated(filled, [*MIGRATIONS, m_next]) == len(MIGRATIONS) + 1


def test_a_store_with_something_in_it_is_backed_up_first(filled, monkeypatch):
    steps = (*MIGRATIONS, m_next)
    monkeypatch.setattr(
        "quizml.store.store.migrate", lambda database, backup: migrate(database, backup, steps)
    )
    with opened(filled) as store:
        assert len(reviews(store)) == 1
    (backup,) = listed(filled.parent / "backups")
    verify(backup.path)
    assert (backup.day, backup.at) == (TODAY, NOW)


def test_a_backup_that_fails_stops_the_migration(filled):
    before = dump(filled)

    def no_room():
        raise Fault("no room")

    with pytest.raises(Fault, match="no room"):
        migrated(filled, [*MIGRATIONS, m_next], no_room)
    assert dump(filled) == before


def test_a_new_store_needs_no_backup(path):
    with opened(path):
        assert listed(path.parent / "backups") == []


def test_a_store_of_a_newer_quizml_is_refused_by_name(filled):
    with closing(sqlite3.connect(filled)) as db:
        db.execute("update meta set value = '9.4.0' where name = 'written_by'")
        db.execute("pragma user_version = 7")
        db.commit()
    before = dump(filled)
    with pytest.raises(Fault, match=r"written by quizml 9\.4\.0 .*version 7.*: update quizml"):
        opened(filled)
    assert dump(filled) == before


def test_a_newer_store_without_a_name_is_refused_too(filled):
    with closing(sqlite3.connect(filled)) as db:
        db.execute("drop table meta")
        db.execute("pragma user_version = 7")
        db.commit()
    with pytest.raises(Fault, match="a newer quizml"):
        opened(filled)


def test_somebody_elses_database_is_left_alone(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table bookmarks (url)")
    before = path.read_bytes()
    with pytest.raises(Fault, match="not a quizml store"):
        opened(path)
    assert path.read_bytes() == before


def test_tables_are_strict_and_the_file_is_written_ahead(store):
    db = store._database.connection
    tables = db.execute("select name, strict from pragma_table_list where schema = 'main'")
    assert {strict for name, strict in tables if not name.startswith("sqlite_")} == {1}
    assert db.execute("pragma journal_mode").fetchone() == ("wal",)
    assert db.execute("pragma synchronous").fetchone() == (2,)
    assert db.execute("pragma foreign_keys").fetchone() == (1,)
