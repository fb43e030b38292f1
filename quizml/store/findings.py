"""What a check of the store came to."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What a check came to, in order of severity."""

    OK = "ok"
    MENDED = "mended"
    FOUND = "found"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check of the store, its outcome, and what there is to say."""

    check: str
    outcome: Outcome
    said: str
