"""The one place that reads the clock."""

import os
from datetime import datetime

from quizml.model.errors import BadInput


def now() -> datetime:
    """The time here: aware, in the learner's zone. `QUIZML_NOW` replaces it."""
    rehearsed = os.environ.get("QUIZML_NOW")
    if not rehearsed:
        return datetime.now().astimezone()
    try:
        moment = datetime.fromisoformat(rehearsed)
    except ValueError:
        raise BadInput(
            f"QUIZML_NOW={rehearsed!r} is not a time; write it like 2026-01-31T21:00:00+08:00"
        ) from None
    if moment.tzinfo is None:
        raise BadInput(f"QUIZML_NOW={rehearsed!r} has no offset; add one, such as +08:00 or Z")
    return moment
