"""The store: what happened, kept on disk before the next card is shown."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import TYPE_CHECKING, Self

from quizml.model.heads import CardId
from quizml.model.reviews import EventId, Marking, Memory, Review, Standing, StudyDay
from quizml.store import events, queries, standings, starts
from quizml.store.database import Database, readable
from quizml.store.errors import DamagedStore, StaleAnswer
from quizml.store.events import Entry, Event
from quizml.store.identity import Renames
from quizml.store.ids import BEFORE_ALL
from quizml.store.migrations import migrate
from quizml.store.rows import to_ms
from quizml.store.standings import Replay
from quizml.store.values import DayCount, LoggedReview

if TYPE_CHECKING:
    from quizml.model.attempts import Attempt
    from quizml.store.backups import Backup
    from quizml.store.findings import Finding

PATIENCE = 5.0
"""Seconds to wait for another writer; transactions take milliseconds."""

_AT_ONCE = 2000


class Store:
    """One SQLite file. Every method that changes something is one durable transaction."""

    def __init__(self, database: Database, replay: Replay, backup_folder: Path) -> None:
        self._database = database
        self._replay = replay
        self._backup_folder = backup_folder
        with database.reading() as db:
            query = "select value from meta where name = 'device'"
            self.device: str = db.execute(query).fetchone()[0]

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        replay: Replay,
        backup_folder: Path | None = None,
        patience: float = PATIENCE,
    ) -> Self:
        """Opens the store, made or brought up to date if need be (after a backup).

        Backups go to `backups/` beside the file unless said otherwise. A Fault if the store is
        damaged, of a newer quizml, cannot be written, or is kept from us longer than `patience`.
        """
        folder = backup_folder or path.parent / "backups"
        _refuse_emptied(path, folder)
        database = Database.open(path, patience)
        try:
            migrate(database, lambda: _back_up_before_migration(path, folder))
            return cls(database, replay, folder)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Gives the file back."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    # What is known of cards

    def standings(self) -> dict[CardId, Standing]:
        """Of every card that anything happened to."""
        with self._database.reading() as db:
            return standings.get_all(db)

    def standing(self, card: CardId) -> Standing:
        """Of one card; NEW_CARD if nothing happened to it."""
        with self._database.reading() as db:
            return standings.get(db, card)

    def history(self, card: CardId) -> list[LoggedReview]:
        """The card's reviews that stand, in order."""
        with self._database.reading() as db:
            return events.reviews_of(db, events.renames(db), card)

    def attempts(self, card: CardId) -> "list[Attempt]":
        """The graded submissions for a coding card, in order."""
        with self._database.reading() as db:
            return events.attempts_of(db, events.renames(db), card)

    def last_attempt(self, card: CardId) -> "Attempt | None":
        """The latest graded submission."""
        attempts = self.attempts(card)
        return attempts[-1] if attempts else None

    def begun(self, card: CardId) -> datetime | None:
        """When the learner began to write for a coding card, in UTC; None if nobody noted it."""
        with self._database.reading() as db:
            return starts.begun(db, card)

    def begin(self, card: CardId, at: datetime) -> None:
        """Notes that the learner begins to write now; the log is not told."""
        with self._database.writing() as db:
            starts.begin(db, card, at)

    # What happens

    def record(self, review: Review, after: Memory, *, version: EventId) -> EventId:
        """Logs an answer to the card as it stood at `version`, and keeps what it made of it.

        StaleAnswer, and nothing logged, if anything happened to the card since.
        """
        entry = events.reviewed(review)
        with self._changing(review.card) as (db, before):
            if before.version != version:
                raise StaleAnswer(review.card)
            event = events.append(db, self.device, entry)
            standings.put(db, review.card, before._replace(progress=after, version=event))
            return event

    def mark(self, marking: Marking) -> EventId:
        """Logs a mark; the card's version moves on."""
        entry = events.marked(marking)
        with self._changing(marking.card) as (db, before):
            event = events.append(db, self.device, entry)
            after = standings.marked(before, marking)._replace(version=event)
            standings.put(db, marking.card, after)
            return event

    def attempt(self, attempt: "Attempt") -> EventId:
        """Logs a graded submission; the card's standing stays as it is."""
        entry = events.attempted(attempt)
        with self._changing(attempt.card) as (db, before):
            event = events.append(db, self.device, entry)
            standings.put(db, attempt.card, before)
            return event

    def undo(
        self, at: datetime, day: StudyDay, *, own: EventId = BEFORE_ALL
    ) -> Review | Marking | None:
        """Takes back the newest review or mark that stands; None if there is none left.

        A session names its `own` last event, lest it take back what another one has just logged.
        What was taken back stays in the log, followed by the undo; its card's version moves on.
        """
        at_ms = to_ms(at)
        with self._database.writing() as db, readable(self.path):
            target = events.last_undoable(db, own)
            if target is None:
                return None
            named = events.renames(db)
            card = named.current(target.card, target.id)
            taken = events.undoable(db, named, card, target)
            events.append(db, self.device, Entry(Event.UNDO, card, at_ms, (day, target.id)))
            self._derive(db, named, card)
            return taken

    def rename(self, old: CardId, new: CardId, at: datetime) -> None:
        """What happened to `old` happened to `new`; if both have a past, they are put together."""
        self._rename([(old, new)], to_ms(at))

    def adopt(self, renames: Mapping[CardId, CardId], at: datetime) -> dict[CardId, CardId]:
        """Renames those cards of `renames` that have a past; the ones renamed.

        A former id that is some card's present id stays with that card.
        """
        at_ms = to_ms(at)
        if not renames:
            return {}
        present = set(renames.values())
        with self._database.reading() as db:
            known = standings.cards(db)
        due = {o: n for o, n in renames.items() if o in known and o not in present and o != n}
        self._rename(list(due.items()), at_ms)
        return due

    def _rename(self, renames: list[tuple[CardId, CardId]], at_ms: int) -> None:
        renames = [(old, new) for old, new in renames if old != new]
        if not renames:
            return
        with self._database.writing() as db, readable(self.path):
            for old, new in renames:
                events.append(db, self.device, Entry(Event.RENAME, old, at_ms, (new,)))
            named = events.renames(db)
            for old, new in renames:
                standings.drop(db, old)
                self._derive(db, named, new)

    @contextmanager
    def _changing(self, card: CardId) -> Iterator[tuple[Connection, Standing]]:
        with self._database.writing() as db:
            with readable(self.path):
                before = standings.get(db, card)
            yield db, before

    def _derive(self, db: Connection, named: Renames, card: CardId) -> None:
        standings.put(db, card, standings.derive(db, named, card, self._replay))

    # What happened

    def log(self, last: int | None = None) -> Iterator[LoggedReview]:
        """Reviews that stand, in order, under their cards' present ids; all, or the `last` ones.

        Streams; other sessions (and this one) may write meanwhile.
        """
        with self._database.reading() as db:
            named = events.renames(db)
            newest = [] if last is None else events.last_reviews(db, named, last)
        if last is not None:
            yield from newest
            return
        after = BEFORE_ALL
        while True:
            with self._database.reading() as db:
                chunk = events.reviews_after(db, named, after, _AT_ONCE)
            if not chunk:
                return
            yield from chunk
            after = chunk[-1].id

    def reviewed_on(self, day: StudyDay) -> DayCount:
        """What was answered on that study day."""
        counts = self.days(day, day)
        return counts[0] if counts else DayCount(day=day)

    def days(self, first: StudyDay, last: StudyDay) -> list[DayCount]:
        """Each study day from `first` to `last` on which anything was answered."""
        with self._database.reading() as db:
            return queries.days(db, first, last)

    # Safety

    def backup(self, at: datetime, day: StudyDay) -> "Backup":
        """A checked copy of the store; older ones are thinned once it is safe.

        Has a connection of its own, so may run in a thread while the session goes on.
        """
        from quizml.store import backups  # noqa: PLC0415 - most sessions need none

        return backups.write(self.path, self._backup_folder, at, day)

    def backup_due(self, day: StudyDay) -> bool:
        """Whether there is anything to back up, and no backup was made on this study day."""
        with self._database.reading() as db:
            if not events.last_id(db):
                return False
        from quizml.store import backups  # noqa: PLC0415

        return all(backup.day < day for backup in backups.listed(self._backup_folder))

    def check(self) -> "list[Finding]":
        """What is wrong with the log: foreign keys, order, rows that cannot be read."""
        from quizml.store import health  # noqa: PLC0415

        with self._database.reading() as db:
            return health.checks(db)

    def rebuild(self) -> list[CardId]:
        """Derives the cache from the log; the cards whose standing was not what it should be."""
        with self._database.writing() as db, readable(self.path):
            return standings.rebuild(db, self._replay)


def _refuse_emptied(path: Path, folder: Path) -> None:
    """An empty file is a new store, unless there were reviews to back up once."""
    if path.is_file() and path.stat().st_size == 0:
        from quizml.store import backups  # noqa: PLC0415

        if backups.listed(folder):
            raise DamagedStore(path, "the file is empty, though there are backups of it")


def _back_up_before_migration(path: Path, folder: Path) -> None:
    from quizml.store import backups  # noqa: PLC0415

    backups.write_before_migration(path, folder)
