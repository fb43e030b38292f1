"""What `quizml doctor` looks at: each check comes to one finding."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from quizml.model.errors import Fault
from quizml.store import lock
from quizml.store.backups import listed, verify
from quizml.store.errors import Unusable
from quizml.store.events import unreadable
from quizml.store.files import disk_faults, leftovers
from quizml.store.findings import Finding, Outcome
from quizml.store.restore import companions

if TYPE_CHECKING:
    from quizml.store.store import Store

_SHOWN = 5

# Each query gives the events that should not be.
_ORDER = {
    "without a body": """
        select id from events left join (
            select id, 'review' as body from reviews union all select id, 'mark' from marks
            union all select id, 'attempt' from attempts union all select id, 'rename' from renames
            union all select id, 'undo' from undos
        ) using (id) where body is null or body <> kind""",
    "undoing what came later, or cannot be undone": """
        select undo.id from undos undo left join events target on target.id = undo.target
        where undo.target >= undo.id or target.kind not in ('review', 'mark')""",
    "undoing again": """
        select max(undo.id) from undos undo join events event on event.id = undo.id
        group by undo.target, event.device having count(*) > 1""",
    "renaming to the same": """
        select rename.id from renames rename join events event on event.id = rename.id
        where event.card = rename.new""",
}


def examine(path: Path, folder: Path, open_store: Callable[[], "Store"]) -> Iterator[Finding]:
    """Every check of the store at `path` and of the backups in `folder`; mends what it can."""
    yield _sweep(path, folder)
    yield from _examine_store(path, open_store)
    yield _backups(folder)


def _examine_store(path: Path, open_store: Callable[[], "Store"]) -> Iterator[Finding]:
    if not path.exists() and not companions(path):
        yield Finding("store", Outcome.OK, "none yet; the first answer makes one")
        return
    mode = _mode(path)
    try:
        store = open_store()
        yield mode
        findings = store.check()
        yield from findings
        if all(finding.outcome is Outcome.OK for finding in findings):
            yield _cache(store)
    except Unusable as fault:
        yield Finding("store", Outcome.DAMAGED, str(fault))


def _mode(path: Path) -> Finding:
    """By the file's header, for opening the store mends it."""
    with disk_faults(path), suppress(FileNotFoundError), path.open("rb") as file:
        head = file.read(20)
        if head and head[18:20] != b"\x02\x02":
            return Finding("mode", Outcome.MENDED, "the write-ahead log was off; it is on now")
    return Finding("mode", Outcome.OK, "write-ahead log")


def _cache(store: "Store") -> Finding:
    wrong = store.rebuild()
    if wrong:
        said = f"{len(wrong)} standing(s) differed from the log and were derived anew: "
        return Finding("cache", Outcome.MENDED, said + _some(wrong))
    return Finding("cache", Outcome.OK, "every standing is what the log says")


def checks(db: Connection) -> list[Finding]:
    """The file, and the log in it."""
    file = _integrity(db)
    return [file] if file.outcome is Outcome.DAMAGED else [file, _links(db), _order(db), _rows(db)]


def _integrity(db: Connection) -> Finding:
    problems = _problems(db)
    if not problems:
        return Finding("file", Outcome.OK, "whole")
    if all(re.search(r"\bindex\b", problem) for problem in problems):
        db.execute("reindex")
        if not _problems(db):
            return Finding("file", Outcome.MENDED, "an index was wrong; it was built anew")
    return Finding("file", Outcome.DAMAGED, f"{_some(problems)}: {RESTORE}")


RESTORE = "`quizml backup restore` brings back the last good copy"


def _problems(db: Connection) -> list[str]:
    return [row[0] for row in db.execute("pragma integrity_check(20)") if row[0] != "ok"]


def _links(db: Connection) -> Finding:
    broken = db.execute("pragma foreign_key_check").fetchall()
    if broken:
        said = f"{len(broken)} row(s) belong to no event: {RESTORE}"
        return Finding("links", Outcome.DAMAGED, said)
    return Finding("links", Outcome.OK, "every row belongs to an event")


def _order(db: Connection) -> Finding:
    for what, query in _ORDER.items():
        wrong = [row[0] for row in db.execute(query)]
        if wrong:
            said = f"{len(wrong)} event(s) {what}: {_some(wrong)}: {RESTORE}"
            return Finding("events", Outcome.DAMAGED, said)
    number = db.execute("select count(*) from events").fetchone()[0]
    return Finding("events", Outcome.OK, f"{number:,}, each once and in order")


def _rows(db: Connection) -> Finding:
    wrong = list(unreadable(db))
    if wrong:
        said = f"{len(wrong)} event(s) cannot be read: {_some(wrong)}: {RESTORE}"
        return Finding("rows", Outcome.DAMAGED, said)
    return Finding("rows", Outcome.OK, "all can be read")


def _sweep(path: Path, folder: Path) -> Finding:
    """Half-written files, removed unless the session that may be writing them is still there."""
    with disk_faults(path):
        found = [file for place in {path.parent, folder} for file in leftovers(place)]
        if not found:
            return Finding("leftovers", Outcome.OK, "none")
        try:
            with lock.alone(path):
                for file in found:
                    file.unlink(missing_ok=True)
        except Fault:
            said = f"{len(found)} unfinished file(s), while another quizml runs: look again later"
            return Finding("leftovers", Outcome.FOUND, said)
    return Finding("leftovers", Outcome.MENDED, f"{len(found)} unfinished file(s) removed")


def _backups(folder: Path) -> Finding:
    backups = listed(folder)
    bad = []
    for backup in backups:
        try:
            verify(backup.path)
        except Unusable:
            bad.append(backup.path.name)
    if bad:
        said = f"{len(bad)} of {len(backups)} cannot be restored; delete them: {_some(bad)}"
        return Finding("backups", Outcome.FOUND, said)
    if not backups:
        return Finding("backups", Outcome.OK, "none yet; `quizml backup` makes one")
    said = f"{len(backups)}, all sound; the newest is {backups[-1].path.name}"
    return Finding("backups", Outcome.OK, said)


def _some(things: Sequence[str]) -> str:
    rest = f" and {len(things) - _SHOWN} more" if len(things) > _SHOWN else ""
    return ", ".join(things[:_SHOWN]) + rest
