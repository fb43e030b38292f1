"""What the store answers with, besides the values of the model. Imports no SQL, so is cheap."""

from dataclasses import dataclass

from quizml.model.reviews import EventId, Review, StudyDay


@dataclass(frozen=True, slots=True)
class LoggedReview:
    """A review that stands (was not undone), under the card's present identity."""

    id: EventId
    device: str
    review: Review


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """What was answered on one study day; what was undone does not count."""

    day: StudyDay
    new: int = 0
    """Cards met for the first time (state NEW before)."""
    learning: int = 0
    """Answers inside learning or relearning steps."""
    reviews: int = 0
    """Answers to cards that had waited days (state REVIEW before)."""
    recalled: int = 0
    """Those of `reviews` not rated Again."""
    passed: int = 0
    """All answers not rated Again."""
    took_ms: int = 0

    @property
    def answers(self) -> int:
        """All answers of the day."""
        return self.new + self.learning + self.reviews
