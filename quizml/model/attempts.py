"""What a learner handed in for a coding card."""

from dataclasses import dataclass
from datetime import datetime

from quizml.model.heads import CardId
from quizml.model.reviews import StudyDay
from quizml.model.verdicts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One graded submission of a coding card; only passing or giving up is also a review."""

    card: CardId
    verdict: Verdict
    at: datetime
    day: StudyDay
    seconds: float
    category: str
    """Of the case that failed; empty if it passed."""
    submission: str
    """The graded text."""
