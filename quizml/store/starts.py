"""When the learner began to write for a coding card: of this machine alone, not in the log."""

from datetime import datetime
from sqlite3 import Connection

from quizml.model.heads import CardId
from quizml.store.rows import from_ms, to_ms

_NAME = "begun "
"""Before the card, in the names of `meta`."""


def begun(db: Connection, card: CardId) -> datetime | None:
    """When a start was last kept, in UTC."""
    row = db.execute("select value from meta where name = ?", (_NAME + card,)).fetchone()
    return from_ms(int(row[0])) if row else None


def begin(db: Connection, card: CardId, at: datetime) -> None:
    """Keeps this start in the place of the one before."""
    db.execute(
        "insert into meta values (?, ?) on conflict (name) do update set value = excluded.value",
        (_NAME + card, str(to_ms(at))),
    )
