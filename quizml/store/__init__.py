"""All SQL: the event log (the truth), the standings derived from it, backups, migrations."""

from quizml.store.errors import DamagedStore, StaleAnswer
from quizml.store.standings import Replay
from quizml.store.store import Store
from quizml.store.values import DayCount, LoggedReview

__all__ = [
    "DamagedStore",
    "DayCount",
    "LoggedReview",
    "Replay",
    "StaleAnswer",
    "Store",
]
