import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storefakes import NOW, TODAY, answer, opened, record, reviews

from quizml.model.errors import BadInput, Fault
from quizml.store.backups import Backup, BadBackup, kept, listed, named, newest_good, verify
from quizml.store.restore import restore
from quizml.store.rows import from_ms

BACKUPS = st.lists(
    st.builds(
        lambda day, seconds: named(
            Path("b"),
            datetime.fromordinal(day).replace(tzinfo=UTC) + timedelta(seconds=seconds),
            day,
        ),
        st.integers(TODAY - 800, TODAY),
        st.integers(0, 86_399),
    ),
    unique=True,
)


@settings(deadline=None)
@given(BACKUPS)
def test_thinning_keeps_what_it_promised(backups):
    keep = kept(backups)
    assert keep <= set(backups)
    assert kept(list(keep)) == keep
    assert len(keep) <= 10 + 30 + 12
    ordered = sorted(backups)
    assert set(ordered[-10:]) <= keep
    for day in range(TODAY - 29, TODAY + 1):
        of_day = [b for b in ordered if b.day == day]
        assert not of_day or of_day[-1] in keep


def test_a_year_of_daily_backups_leaves_each_month_its_last():
    backups: list[Backup] = []
    for day in range(TODAY - 500, TODAY + 1):
        backups.append(named(Path("b"), datetime.fromordinal(day).replace(tzinfo=UTC), day))
        backups = sorted(kept(backups))
    days = [date.fromordinal(backup.day) for backup in backups]
    assert days[-30:] == [date.fromordinal(TODAY - n) for n in range(29, -1, -1)]
    months = [(day.year, day.month) for day in days]
    assert sorted(set(months)) == [(2025, n) for n in range(4, 13)] + [(2026, n) for n in (1, 2, 3)]
    assert all((day + timedelta(days=1)).day == 1 for day in days[:-30])


@settings(deadline=None)
@given(st.integers(0, 2**42), st.integers(700_000, 760_000))
def test_a_name_says_when(tmp_path_factory, ms, day):
    folder = tmp_path_factory.mktemp("names")
    backup = named(folder, from_ms(ms), day)
    backup.path.touch()
    assert listed(folder) == [backup]


def test_a_backup_is_one_sound_file_that_holds_what_was_answered(store, path):
    record(store, answer())
    backup = store.backup(NOW, TODAY)
    verify(backup.path)
    assert [file.name for file in backup.path.parent.iterdir()] == [backup.path.name]
    copy = path.with_name("copy.db")
    shutil.copyfile(backup.path, copy)
    with opened(copy) as other:
        assert list(other.log()) == list(store.log())


def test_a_backup_is_due_once_a_study_day_and_only_if_there_is_something(store):
    assert not store.backup_due(TODAY)
    record(store, answer())
    assert store.backup_due(TODAY)
    store.backup(NOW, TODAY)
    assert not store.backup_due(TODAY)
    assert store.backup_due(TODAY + 1)


def test_backups_of_one_moment_do_not_overwrite_each_other(store):
    record(store, answer())
    made = [store.backup(NOW, TODAY).path for _ in range(3)]
    assert [backup.path for backup in listed(made[0].parent)] == made


def test_older_backups_are_thinned_and_other_files_left(store, path):
    record(store, answer())
    folder = path.parent / "backups"
    folder.mkdir()
    stranger = folder / "quizml-2026-99-99-20269999T000000000Z.db"
    stranger.touch()
    for n in range(12):
        store.backup(NOW + timedelta(seconds=n), TODAY)
    assert len(listed(folder)) == 10
    assert stranger.exists()


def test_a_backup_may_be_made_beside_the_session(store):
    record(store, answer())
    thread = Thread(target=store.backup, args=(NOW, TODAY))
    thread.start()
    for number in range(20):
        record(store, answer(f"deck/{number}"))
    thread.join()
    assert not store.backup_due(TODAY)


def test_a_restore_goes_back_and_keeps_what_was_there(path):
    folder = path.parent / "backups"
    with opened(path) as store:
        record(store, answer("deck/a"))
        first = store.backup(NOW, TODAY)
        record(store, answer("deck/b"))
    done = restore(path, folder, NOW + timedelta(hours=1), TODAY)
    assert done.source == first.path
    with opened(path) as store:
        assert [review.card for review in reviews(store)] == ["deck/a"]
        assert store.rebuild() == []
    (before,) = done.kept
    restore(path, folder, NOW + timedelta(hours=2), TODAY, before)
    with opened(path) as store:
        assert [review.card for review in reviews(store)] == ["deck/a", "deck/b"]
    assert len(listed(folder)) == 3


def test_answers_still_in_the_write_ahead_log_are_kept_by_a_restore(path):
    folder = path.parent / "backups"
    with opened(path) as store:
        record(store, answer("deck/a"))
        store.backup(NOW, TODAY)
    answerer = Path(__file__).with_name("answerer.py")
    killed = subprocess.Popen(
        [sys.executable, answerer, path, "5"], stdout=subprocess.PIPE, text=True
    )
    killed.stdout.readline()
    killed.kill()
    killed.communicate()
    assert path.with_name("quizml.db-wal").stat().st_size > 0
    (before,) = restore(path, folder, NOW, TODAY).kept
    restore(path, folder, NOW, TODAY, before)
    with opened(path) as store:
        assert len(list(store.log())) > 1


def test_a_store_that_a_session_holds_is_not_replaced(store, path):
    record(store, answer())
    backup = store.backup(NOW, TODAY)
    with pytest.raises(Fault, match="another quizml has it open"):
        restore(path, backup.path.parent, NOW, TODAY)
    assert len(reviews(store)) == 1


def test_a_store_that_another_program_holds_is_not_replaced(path):
    with opened(path) as store:
        record(store, answer())
        store.backup(NOW, TODAY)
    before = len(listed(path.parent / "backups"))
    with closing(sqlite3.connect(path)) as browser:
        browser.execute("select * from events").fetchall()
        with pytest.raises(Fault, match="another program"):
            restore(path, path.parent / "backups", NOW, TODAY)
    with opened(path) as store:
        assert len(reviews(store)) == 1
    assert len(listed(path.parent / "backups")) >= before


def test_what_is_no_backup_is_not_restored(path, tmp_path):
    with opened(path) as store:
        record(store, answer())
    folder = path.parent / "backups"
    note = tmp_path / "note.txt"
    note.write_text("not a database at all")
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as db:
        db.execute("create table bookmarks (url)")
    newer = tmp_path / "newer.db"
    shutil.copyfile(path, newer)
    with closing(sqlite3.connect(newer)) as db:
        db.execute("pragma user_version = 99")
    for file, error, said in [
        (note, BadBackup, "no good backup"),
        (foreign, BadBackup, "not a quizml store"),
        (newer, Fault, "update quizml"),
        (path, BadInput, "the store itself"),
        (tmp_path / "nowhere.db", BadInput, "no such backup"),
        (None, Fault, "there is no backup"),
    ]:
        with pytest.raises(error, match=said):
            restore(path, folder, NOW, TODAY, file)
    with opened(path) as store:
        assert len(reviews(store)) == 1


def test_a_store_that_is_gone_comes_back(path):
    with opened(path) as store:
        record(store, answer())
        store.backup(NOW, TODAY)
    path.unlink()
    assert restore(path, path.parent / "backups", NOW, TODAY).kept == ()
    with opened(path) as store:
        assert len(reviews(store)) == 1


def test_the_newest_sound_backup_is_chosen(store, path):
    record(store, answer())
    good = store.backup(NOW, TODAY)
    bad = store.backup(NOW, TODAY + 1)
    bad.path.write_bytes(b"")
    assert newest_good(path.parent / "backups") == good


def test_a_damaged_store_is_not_backed_up_over_good_backups(path):
    with opened(path) as store:
        for number in range(200):
            record(store, answer(f"deck/{number}"))
        good = store.backup(NOW, TODAY)
    with path.open("rb+") as file:
        file.seek(5 * 4096)
        file.write(bytes(4096 * 3))
    with opened(path) as store, pytest.raises(Fault, match="quizml backup restore"):
        store.backup(NOW, TODAY)
    assert list(good.path.parent.iterdir()) == [good.path]


def test_a_backup_folder_that_cannot_be_made_is_one_line(store, path):
    record(store, answer())
    (path.parent / "backups").write_text("in the way")
    with pytest.raises(Fault, match="backups"):
        store.backup(NOW, TODAY)
