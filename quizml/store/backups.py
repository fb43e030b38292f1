"""Copies of the store: written whole, checked twice, and only then older ones thinned."""

import re
import sqlite3
from collections.abc import Hashable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

from quizml.model.errors import Fault
from quizml.model.reviews import StudyDay
from quizml.store.database import faults, is_ours, read_only
from quizml.store.errors import BadBackup, DamagedStore, Unusable
from quizml.store.events import last_id
from quizml.store.files import disk_faults, move, temporary
from quizml.store.ids import id_ms
from quizml.store.migrations import refuse_newer
from quizml.store.rows import from_ms

KEEP_LAST = 10
KEEP_DAYS = 30
KEEP_MONTHS = 12

_NAME = re.compile(r"quizml-(\d{4}-\d\d-\d\d)-(\d{8}T\d{6})(\d{3})Z\.db")


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy of the store, of a study day."""

    day: StudyDay
    at: datetime
    """UTC."""
    path: Path


def named(folder: Path, at: datetime, day: StudyDay) -> Backup:
    """A backup of that moment in `folder`; sorts by name as it does by time."""
    utc = at.astimezone(UTC)
    stamp = f"{utc:%Y%m%dT%H%M%S}{utc.microsecond // 1000:03}Z"
    return Backup(day, utc, folder / f"quizml-{date.fromordinal(day)}-{stamp}.db")


def listed(folder: Path) -> list[Backup]:
    """The backups in the folder, oldest first; whatever else lies there is not looked at."""
    with disk_faults(folder):
        paths = list(folder.iterdir()) if folder.is_dir() else []
    return sorted(backup for path in paths for backup in _read_name(path))


def _read_name(path: Path) -> Iterable[Backup]:
    found = _NAME.fullmatch(path.name)
    if not found:
        return
    day, second, ms = found.groups()
    try:
        at = datetime.strptime(f"{second}+0000", "%Y%m%dT%H%M%S%z") + timedelta(
            milliseconds=int(ms)
        )
        yield Backup(StudyDay(date.fromisoformat(day).toordinal()), at, path)
    except ValueError:  # looks like one of ours, but names no real time
        return


def write(store: Path, folder: Path, at: datetime, day: StudyDay) -> Backup:
    """A copy of the store as it is now, checked; then older copies are thinned."""
    backup = write_unthinned(store, folder, at, day)
    thin(folder)
    return backup


def write_before_migration(store: Path, folder: Path) -> Backup:
    """A copy named after the store's last event, for opening a store asks for no time."""
    with faults(store), closing(read_only(store)) as db:
        at = from_ms(id_ms(last_id(db)))
    return write_unthinned(store, folder, at, StudyDay(at.toordinal()))


def write_unthinned(store: Path, folder: Path, at: datetime, day: StudyDay) -> Backup:
    """A copy of the store as it is now, checked before and after it gets its name."""
    with disk_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        backup = named(folder, at, day)
        while backup.path.exists():
            backup = named(folder, backup.at + timedelta(milliseconds=1), day)
        with temporary(backup.path) as temp:
            with faults(store), closing(read_only(store)) as db:
                copy(db, temp)
            try:
                verify(temp)
            except BadBackup as bad:  # a faithful copy of a store that is not whole
                raise DamagedStore(store, bad.why) from bad
            move(temp, backup.path)
        verify(backup.path)
    return backup


def copy(source: Connection, place: Path) -> None:
    """One consistent state as one plain file, even while others write to the source."""
    with closing(sqlite3.connect(place, isolation_level=None)) as target:
        source.backup(target)
        target.execute("pragma journal_mode = delete")


def verify(path: Path) -> None:
    """Nothing, if the file can be restored; otherwise BadBackup says why not."""
    try:
        with closing(read_only(path)) as db:
            if not is_ours(db):
                raise BadBackup(path, "it is not a quizml store")
            refuse_newer(db, path)
            wrong = [row[0] for row in db.execute("pragma integrity_check(3)") if row[0] != "ok"]
            if wrong or db.execute("pragma foreign_key_check").fetchone():
                raise BadBackup(path, "; ".join(wrong) or "events belong to no log")
    except sqlite3.DatabaseError as error:
        raise BadBackup(path, str(error)) from error


def newest_good(folder: Path) -> Backup:
    """The newest backup that can be restored; a Fault if there is none."""
    for backup in reversed(listed(folder)):
        try:
            verify(backup.path)
        except Unusable:
            continue
        return backup
    raise Fault(f"{folder}: there is no backup that could be restored")


def thin(folder: Path) -> None:
    """Removes the backups that need not be kept."""
    backups = listed(folder)
    keep = kept(backups)
    with disk_faults(folder):
        for backup in backups:
            if backup not in keep:
                backup.path.unlink(missing_ok=True)


def kept(backups: Sequence[Backup]) -> frozenset[Backup]:
    """The last 10; the last one of each day for 30 days, and of each month for a year."""
    if not backups:
        return frozenset()
    ordered = sorted(backups)
    newest = ordered[-1].day
    days = (b for b in ordered if b.day > newest - KEEP_DAYS)
    months = (b for b in ordered if _month(b) > _month(ordered[-1]) - KEEP_MONTHS)
    return frozenset(
        [
            *ordered[-KEEP_LAST:],
            *_last_of_each((b.day, b) for b in days),
            *_last_of_each((_month(b), b) for b in months),
        ]
    )


def _last_of_each(keyed: Iterable[tuple[Hashable, Backup]]) -> Iterable[Backup]:
    return dict(keyed).values()


def _month(backup: Backup) -> int:
    day = date.fromordinal(backup.day)
    return day.year * 12 + day.month
