"""One SQLite file: how it is opened, how transactions run, and what its errors mean."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection
from typing import Self

from quizml.model.errors import Fault
from quizml.store import lock
from quizml.store.errors import DamagedStore, Unusable

APPLICATION = 0x517A4D4C
"""In the file's header: this is a quizml store ("QzML")."""

CHECKPOINT_PAGES = 4000
"""Larger than a session writes, so that no answer waits while the log is folded into the file."""

SMALLEST_PAGE = 512
"""Of SQLite, in bytes: what is smaller is no database."""


class Database:
    """An open store file. One thread, one connection; other processes may have theirs."""

    def __init__(self, path: Path, connection: Connection, handle: int = lock.NOTHING) -> None:
        self.path = path
        self.connection = connection
        self._handle = handle

    @classmethod
    def open(cls, path: Path, patience: float, *, locked: bool = False) -> Self:
        """Opens or creates the file; `patience` is how many seconds to wait for other writers.

        `locked` says that the caller holds the lock already.
        """
        handle = lock.NOTHING if locked else lock.share(path, patience)
        try:
            refuse_what_would_be_lost(path)
            with faults(path):
                return cls(path, _connected(path, patience), handle)
        except BaseException:
            lock.release(handle)
            raise

    def close(self) -> None:
        """Closes the file; the last one out folds the write-ahead log into it."""
        try:
            with faults(self.path):
                self.connection.close()
        finally:
            lock.release(self._handle)
            self._handle = lock.NOTHING

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """For queries; each sees what was committed before it. A row that is no value is damage."""
        with faults(self.path), readable(self.path):
            yield self.connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, durable on disk when left; undone as a whole by any exception."""
        with faults(self.path), transaction(self.connection):
            yield self.connection


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Takes the write lock at the beginning, so that what is read inside stays true."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def read_only(path: Path) -> Connection:
    """A connection that cannot change the file, for looking at a backup."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def refuse_what_would_be_lost(path: Path) -> None:
    """SQLite takes the stump of a file for a new one, and deletes the write-ahead log beside it."""
    if path.is_dir():
        raise Fault(f"{path} is a folder; the store should be a file there")
    try:
        size = path.stat().st_size if path.exists() else 0
        wal = path.with_name(path.name + "-wal")
        if size == 0 and wal.exists() and wal.stat().st_size > 0:
            raise DamagedStore(path, "the file is empty, but its write-ahead log is not")
        if 0 < size < SMALLEST_PAGE:
            raise DamagedStore(path, f"only {size} bytes are left of the file")
    except OSError as error:
        raise Fault(f"{path}: cannot be looked at ({error.strerror})") from None


def _connected(path: Path, patience: float) -> Connection:
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma recursive_triggers = on")  # or REPLACE deletes unnoticed
        connection.execute("pragma synchronous = full")
        connection.execute(f"pragma wal_autocheckpoint = {CHECKPOINT_PAGES}")
        _refuse_strangers(connection, path)
        _write_ahead(connection, patience)
    except BaseException:
        connection.close()
        raise
    return connection


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever stored in the file, not even tables."""
    return bool(connection.execute("select count(*) = 0 from sqlite_schema").fetchone()[0])


def is_ours(connection: Connection) -> bool:
    """Whether the file is a quizml store."""
    return bool(connection.execute("pragma application_id").fetchone()[0] == APPLICATION)


def _refuse_strangers(connection: Connection, path: Path) -> None:
    # in this order: another process may be making the tables, and its mark comes with them
    if not is_empty(connection) and not is_ours(connection):
        raise Unusable(f"{path} is a SQLite file, but not a quizml store; it was left alone")


def _write_ahead(connection: Connection, patience: float) -> None:
    """Turns WAL on; the busy timeout does not cover that step, so it is tried again here."""
    if connection.execute("pragma journal_mode").fetchone()[0] == "wal":
        return
    deadline = time.monotonic() + patience
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """The one place where SQLite's errors become ours, and what cannot be read is damage."""
    try:
        yield
    except sqlite3.ProgrammingError:  # our own mistake: keeps its traceback
        raise
    except sqlite3.Error as error:
        raise _fault(path, error) from error


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Around turning rows into values."""
    try:
        yield
    except (ValueError, TypeError, OverflowError) as error:
        raise DamagedStore(path, f"a row cannot be read: {error}") from error


_LINES = {
    sqlite3.SQLITE_BUSY: "{path}: another program is writing to it; try again when it is done",
    sqlite3.SQLITE_LOCKED: "{path}: another program is writing to it; try again when it is done",
    sqlite3.SQLITE_FULL: "{path}: the disk is full; this was not saved, what was saved before is. "
    "Make room, then try again",
    sqlite3.SQLITE_READONLY: "{path} cannot be written ({error}); nothing was changed",
    sqlite3.SQLITE_PERM: "{path} cannot be written ({error}); nothing was changed",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened ({error}): may its folder be written?",
    sqlite3.SQLITE_IOERR: "{path} cannot be read or written ({error}): is the disk full, or gone?",
    sqlite3.SQLITE_CONSTRAINT: "{path} refused a change ({error}); nothing was changed",
}


def _fault(path: Path, error: sqlite3.Error) -> Fault:
    line = _LINES.get(_code(error))
    return Fault(line.format(path=path, error=error)) if line else DamagedStore(path, str(error))


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
