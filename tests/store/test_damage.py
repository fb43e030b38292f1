"""Files that are not what they were, and disks that do not do what they should."""

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest
from storefakes import NOW, TODAY, answer, findings, mark, opened, record, reviews

from quizml.model.errors import Fault, QuizmlError
from quizml.model.reviews import Mark
from quizml.store import DamagedStore
from quizml.store.backups import write
from quizml.store.findings import Outcome
from quizml.store.queries import all_days
from quizml.store.restore import restore


@pytest.fixture(scope="module")
def past(tmp_path_factory):
    """A folder with a store that has a past, and a backup of it."""
    folder = tmp_path_factory.mktemp("past") / "data"
    with opened(folder / "quizml.db") as store:
        for number in range(300):
            record(store, answer(f"deck/{number % 40}", minutes=number))
        store.mark(mark("deck/1", Mark.FLAG))
        store.undo(NOW, TODAY)
        store.backup(NOW, TODAY)
    return folder


@pytest.fixture
def filled(past, path):
    shutil.copytree(past, path.parent)
    return path


def worst(found):
    return max((f.outcome for f in found), key=list(Outcome).index)


def use(path):
    with opened(path) as store:
        store.standings()
        reviews(store)
        all_days(store)
        record(store, answer("deck/1"))
        store.undo(NOW, TODAY)
        store.rename("deck/1", "deck/renamed", NOW)


def truncate(path, size):
    with path.open("rb+") as file:
        file.truncate(size)


def shorten_by_a_page(path):
    truncate(path, path.stat().st_size - 4096)


def empty_beside_its_write_ahead_log(path):
    path.with_name(path.name + "-wal").write_bytes(b"answers")
    truncate(path, 0)


def gone_beside_its_write_ahead_log(path):
    path.with_name(path.name + "-wal").write_bytes(b"answers")
    path.unlink()


def spoil_the_header(path):
    path.write_bytes(b"SQLite format 4\0" + path.read_bytes()[16:])


DAMAGES = [
    lambda path: truncate(path, 1),
    lambda path: truncate(path, 100),
    lambda path: truncate(path, path.stat().st_size // 2),
    shorten_by_a_page,
    lambda path: path.write_bytes(random.Random(1).randbytes(20_000)),
    lambda path: path.write_text("my dog ate it"),
    lambda path: path.write_bytes(bytes(9000)),
    lambda path: truncate(path, 0),
    spoil_the_header,
    empty_beside_its_write_ahead_log,
    gone_beside_its_write_ahead_log,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_says_what_to_do_and_a_restore_mends_it(filled, damage):
    damage(filled)
    found = findings(filled)
    assert worst(found) is Outcome.DAMAGED
    assert any("quizml backup restore" in f.said for f in found if f.outcome is Outcome.DAMAGED)
    with pytest.raises(DamagedStore, match="quizml backup restore"):
        use(filled)
    before = {
        file.name.removeprefix(filled.name): file.read_bytes()
        for file in filled.parent.glob("quizml.db*")
        if not file.name.endswith((".lock", "-shm"))
    }
    done = restore(filled, filled.parent / "backups", NOW, TODAY)
    kept = {path.name.split(".db", 1)[1]: path.read_bytes() for path in done.kept}
    assert {name: kept.get(name, b"") for name in before} == before
    with opened(filled) as store:
        assert len(reviews(store)) == 300
    assert worst(findings(filled)) is Outcome.OK


def test_wherever_the_file_is_spoilt_the_end_is_one_line(filled, tmp_path):
    pages = filled.stat().st_size // 4096
    assert pages > 20
    copy = tmp_path / "copy" / "quizml.db"
    copy.parent.mkdir()
    for page in range(pages):
        shutil.copyfile(filled, copy)
        with copy.open("rb+") as file:
            file.seek(page * 4096)
            file.write(random.Random(page).randbytes(4096))
        with suppress(QuizmlError):  # and nothing else
            use(copy)
        assert worst(findings(copy)) in {Outcome.DAMAGED, Outcome.MENDED}, page
        for file in copy.parent.glob("quizml.db*"):
            file.unlink()


def tampered(path, *statements):
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma ignore_check_constraints = on")
        for statement in statements:
            db.execute(statement)
        db.commit()


@pytest.mark.parametrize(
    ("statements", "check"),
    [
        (["drop trigger reviews_no_delete", "delete from reviews where day > 0"], "events"),
        (["drop trigger undos_no_update", "update undos set target = id"], "events"),
        (["drop trigger undos_no_update", "update undos set target = 'x'"], "links"),
        (["drop trigger events_no_delete", "delete from events where kind = 'mark'"], "links"),
        (["drop trigger events_no_update", "update events set at_ms = 1 << 62"], "rows"),
        (["drop trigger reviews_no_update", "update reviews set rating = 9"], "file"),
        (["drop trigger marks_no_update", "update marks set mark = 'nonsense'"], "file"),
    ],
)
def test_a_log_that_was_tampered_with_is_found_out(filled, statements, check):
    tampered(filled, *statements)
    bad = {f.check: f.outcome for f in findings(filled) if f.outcome is not Outcome.OK}
    assert bad[check] is Outcome.DAMAGED


def test_a_row_that_is_no_value_is_damage_not_a_traceback(filled):
    tampered(filled, "drop trigger events_no_update", "update events set at_ms = 1 << 62")
    with opened(filled) as store, pytest.raises(DamagedStore, match="a row cannot be read"):
        reviews(store)
    with opened(filled) as store, pytest.raises(DamagedStore, match="a row cannot be read"):
        store.undo(NOW, TODAY)


def test_a_missing_table_is_damage(filled):
    tampered(filled, "drop table standings")
    with opened(filled) as store, pytest.raises(DamagedStore, match="no such table"):
        store.standings()


def test_a_cache_that_cannot_be_read_is_derived_anew(filled):
    with opened(filled) as store:
        right = store.standings()
    tampered(filled, "update standings set last_ms = 1 << 62 where card = 'deck/7'")
    with opened(filled) as store, pytest.raises(DamagedStore):
        record(store, answer("deck/7"))
    (mended,) = [f for f in findings(filled) if f.outcome is not Outcome.OK]
    assert (mended.outcome, mended.check) == (Outcome.MENDED, "cache")
    assert "deck/7" in mended.said
    with opened(filled) as store:
        assert store.standings() == right


def test_an_index_that_is_wrong_is_built_anew(filled):
    tampered(
        filled,
        "pragma writable_schema = on",
        "create table spare as select * from sqlite_schema where name = 'reviews_of_day'",
        "delete from sqlite_schema where name = 'reviews_of_day'",
    )
    with opened(filled) as store:
        record(store, answer("deck/late"))
    tampered(
        filled,
        "pragma writable_schema = on",
        "insert into sqlite_schema select * from spare",
    )
    tampered(filled, "drop table spare")
    (mended,) = [f for f in findings(filled) if f.outcome is not Outcome.OK]
    assert (mended.check, mended.outcome) == ("file", Outcome.MENDED)
    assert worst(findings(filled)) is Outcome.OK


def test_a_store_without_write_ahead_log_gets_it_back(filled):
    tampered(filled, "pragma journal_mode = delete")
    (mended,) = [f for f in findings(filled) if f.outcome is not Outcome.OK]
    assert (mended.check, mended.outcome) == ("mode", Outcome.MENDED)


def test_what_a_killed_backup_left_is_removed_when_nobody_else_is_there(filled):
    left = filled.parent / "backups" / ".quizml-2026-03-02-x.db.0a1b2c3d.tmp-journal"
    left.write_bytes(b"half")
    with opened(filled):
        assert worst(findings(filled)) is Outcome.FOUND
    assert worst(findings(filled)) is Outcome.MENDED
    assert not left.exists()


def test_a_bad_backup_is_found_and_never_restored(filled):
    with opened(filled) as store:
        record(store, answer("deck/late"))
    bad = write(filled, filled.parent / "backups", NOW, TODAY + 1)
    truncate(bad.path, 5000)
    (found,) = [f for f in findings(filled) if f.outcome is not Outcome.OK]
    assert (found.check, found.outcome) == ("backups", Outcome.FOUND)
    assert bad.path.name in found.said
    restore(filled, filled.parent / "backups", NOW, TODAY)
    with opened(filled) as store:
        assert len(reviews(store)) == 300


def test_doctor_makes_no_store_where_there_is_none(path):
    assert worst(findings(path)) is Outcome.OK
    assert not path.exists()


def fill(store):
    for number in range(500):
        record(store, answer(f"deck/{'x' * 100}{number}"))


def test_a_full_disk_is_one_line_and_loses_nothing(store):
    record(store, answer())
    db = store._database.connection
    size = db.execute("pragma page_count").fetchone()[0]
    db.execute(f"pragma max_page_count = {size}")
    with pytest.raises(Fault, match="the disk is full"):
        fill(store)
    saved = len(reviews(store))
    db.execute("pragma max_page_count = 1000000")
    record(store, answer("deck/after"))
    assert len(reviews(store)) == saved + 1
    assert store.rebuild() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_file_that_may_not_grow_is_one_line_and_loses_nothing(path):
    def limited():
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    answerer = Path(__file__).with_name("answerer.py")
    done = subprocess.run(
        [sys.executable, answerer, path, "5", "900"],
        preexec_fn=limited,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Fault: " in done.stderr.splitlines()[-1]
    with opened(path) as store:
        assert [logged.id for logged in store.log()] == done.stdout.split()


def test_a_store_that_may_not_be_written_is_one_line(store):
    store._database.connection.execute("pragma query_only = on")
    with pytest.raises(Fault, match="cannot be written"):
        record(store, answer())


def test_a_folder_in_the_stores_place_is_one_line(path):
    path.mkdir(parents=True)
    with pytest.raises(Fault, match="is a folder"):
        opened(path)


def test_a_file_in_the_folders_place_is_one_line(path):
    path.parent.write_text("")
    with pytest.raises(Fault, match="cannot keep reviews here"):
        opened(path)


def test_an_empty_file_is_a_new_store(path):
    path.parent.mkdir()
    path.touch()
    with opened(path) as store:
        record(store, answer())
