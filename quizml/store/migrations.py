"""How the tables came to be: numbered steps, each in one transaction with its number.

A shipped step never changes; a new one is appended. `pragma user_version` counts those done.
"""

from collections.abc import Callable, Sequence
from sqlite3 import Connection

from quizml import __version__
from quizml.store.database import APPLICATION, Database
from quizml.store.errors import Unusable

Migration = Callable[[Connection], None]

EVENT_TABLES = ("events", "reviews", "marks", "attempts", "renames", "undos")

_TABLES = (
    # device: the store's own name, made once. written_by: the quizml that last migrated it.
    """create table meta (
        name text primary key,
        value text not null
    ) strict, without rowid""",
    # The log. Merging two devices is the union of these rows and of those that hang on them.
    """create table events (
        id text primary key check (length(id) = 24 and id not glob '*[^0-9a-f]*'),
        device text not null check (device <> ''),
        kind text not null check (kind in ('review', 'mark', 'attempt', 'rename', 'undo')),
        card text not null check (card <> ''),
        at_ms integer not null
    ) strict, without rowid""",
    "create index events_of_card on events (card, id)",
    # amount, due: of steps the index and ms since 1970, of intervals days and the study day.
    """create table reviews (
        id text primary key references events (id) deferrable initially deferred,
        day integer not null,
        rating integer not null check (rating between 1 and 4),
        state integer not null check (state between 0 and 3),
        took_ms integer not null check (took_ms >= 0),
        schedule text not null check (schedule in ('learning', 'relearning', 'interval')),
        amount integer not null check (amount >= 0),
        due integer not null
    ) strict, without rowid""",
    "create index reviews_of_day on reviews (day, state, rating, took_ms)",
    """create table marks (
        id text primary key references events (id) deferrable initially deferred,
        day integer not null,
        mark text not null check (mark in ('suspend', 'unsuspend', 'bury', 'flag', 'unflag'))
    ) strict, without rowid""",
    """create table attempts (
        id text primary key references events (id) deferrable initially deferred,
        day integer not null,
        verdict text not null check (verdict <> ''),
        seconds real not null,
        category text not null,
        submission text not null
    ) strict, without rowid""",
    # The events that this one's card had before it, happened to `new`.
    """create table renames (
        id text primary key references events (id) deferrable initially deferred,
        new text not null check (new <> '')
    ) strict, without rowid""",
    """create table undos (
        id text primary key references events (id) deferrable initially deferred,
        day integer not null,
        target text not null references events (id) deferrable initially deferred
    ) strict, without rowid""",
    "create index undos_of_target on undos (target)",
    # A cache of the log, by present card id.
    """create table standings (
        card text primary key check (card <> ''),
        schedule text not null
            check (schedule in ('unseen', 'learning', 'relearning', 'interval')),
        amount integer not null,
        due integer not null,
        stability real not null,
        difficulty real not null,
        last_ms integer not null,
        last_day integer not null,
        reps integer not null,
        lapses integer not null,
        suspended integer not null check (suspended in (0, 1)),
        buried_on integer not null,
        flagged integer not null check (flagged in (0, 1)),
        version text not null
    ) strict, without rowid""",
)


def m001_log_and_standings(db: Connection) -> None:
    """Events of five kinds, none of which can change, and the standings derived from them."""
    db.execute(f"pragma application_id = {APPLICATION}")
    for table in _TABLES:
        db.execute(table)
    db.execute("insert into meta values ('device', lower(hex(randomblob(8))))")
    for table in EVENT_TABLES:
        for deed in ("update", "delete"):
            db.execute(
                f"create trigger {table}_no_{deed} before {deed} on {table} "
                "begin select raise(abort, 'what happened is never changed'); end"
            )


MIGRATIONS: tuple[Migration, ...] = (m001_log_and_standings,)


def migrate(
    database: Database, backup: Callable[[], object], migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Brings the tables up to date; calls `backup` before, if there is anything to lose."""
    with database.reading() as db:
        version = user_version(db)
        if version == len(migrations):
            return
        refuse_newer(db, database.path, len(migrations))
    if version > 0:
        backup()
    for number, migration in enumerate(migrations, 1):
        if number > version:
            _step(database, number, migration)


def _step(database: Database, number: int, migration: Migration) -> None:
    with database.writing() as db:
        if user_version(db) >= number:
            return  # another process was faster
        migration(db)
        db.execute(
            "insert into meta values ('written_by', ?) "
            "on conflict (name) do update set value = excluded.value",
            (__version__,),
        )
        db.execute(f"pragma user_version = {number}")


def user_version(db: Connection) -> int:
    """How many steps were done."""
    return int(db.execute("pragma user_version").fetchone()[0])


def refuse_newer(db: Connection, path: object, known: int = len(MIGRATIONS)) -> None:
    """Unusable, which names the quizml which wrote the store, if it was a newer one."""
    version = user_version(db)
    if version > known:
        raise Unusable(
            f"{path} was written by {_writer(db)} (store version {version}; this is quizml "
            f"{__version__}, which knows up to {known}): update quizml. Nothing was changed"
        )


def _writer(db: Connection) -> str:
    tables = db.execute("select count(*) from sqlite_schema where name = 'meta'").fetchone()[0]
    found = tables and db.execute("select value from meta where name = 'written_by'").fetchone()
    return f"quizml {found[0]}" if found else "a newer quizml"
