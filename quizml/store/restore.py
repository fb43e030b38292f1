"""Putting a backup in the store's place, which is never destroyed by it."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizml.model.errors import BadInput
from quizml.model.reviews import StudyDay
from quizml.store import lock
from quizml.store.backups import copy, named, newest_good, verify, write_unthinned
from quizml.store.database import Database, faults, read_only
from quizml.store.errors import Unusable
from quizml.store.files import disk_faults, move, sync, sync_folder, temporary

_PATIENCE = 1.0


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where copies of what stood there before are."""

    source: Path
    kept: tuple[Path, ...]


def restore(
    path: Path, folder: Path, at: datetime, day: StudyDay, source: Path | None = None
) -> Restored:
    """Replaces the store at `path` by `source`, or by the newest good backup in `folder`.

    A Fault, and nothing changed, if a session has the store open or the backup is not sound.
    """
    if source is not None and not source.is_file():
        raise BadInput(f"{source}: there is no such backup; `quizml backup list` names them")
    with lock.alone(path), disk_faults(path):
        chosen = source or newest_good(folder).path
        if path.exists() and chosen.samefile(path):
            raise BadInput(f"{chosen} is the store itself, not a backup of it")
        verify(chosen)
        with temporary(path) as temp:
            with faults(chosen), closing(read_only(chosen)) as db:
                copy(db, temp)
            verify(temp)
            kept = _keep(path, folder, at, day)
            for companion in companions(path):
                companion.unlink()
            move(temp, path)
    return Restored(chosen, kept)


def companions(path: Path) -> list[Path]:
    """The files that SQLite keeps beside the store: without it they mean nothing, or harm."""
    names = (path.with_name(path.name + suffix) for suffix in ("-wal", "-shm", "-journal"))
    return [file for file in names if file.exists()]


def _keep(path: Path, folder: Path, at: datetime, day: StudyDay) -> tuple[Path, ...]:
    if not companions(path) and (not path.exists() or path.stat().st_size == 0):
        return ()
    try:
        return (_back_up(path, folder, at, day),)
    except Unusable:
        return set_aside(path, folder, at, day)


def _back_up(path: Path, folder: Path, at: datetime, day: StudyDay) -> Path:
    """A sound backup of the store; its write-ahead log is folded in, and no one else has it open.

    The last step is what SQLite refuses while a program that does not know our lock is in there.
    """
    database = Database.open(path, _PATIENCE, locked=True)
    with closing(database):
        backup = write_unthinned(path, folder, at, day)
        with database.reading() as db:
            db.execute("pragma journal_mode = delete")
    return backup.path


def set_aside(path: Path, folder: Path, at: datetime, day: StudyDay) -> tuple[Path, ...]:
    """Byte-for-byte copies of a store that cannot be read, and of its write-ahead log."""
    with disk_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        present = [file for file in (path, *companions(path)) if file.is_file()]
        stem = named(folder, at, day).path.name.replace("quizml-", "damaged-", 1)
        copies = []
        for file in present:
            place = folder / (stem + file.name.removeprefix(path.name))
            shutil.copyfile(file, place)
            sync(place)
            copies.append(place)
        sync_folder(folder)
    return tuple(copies)
