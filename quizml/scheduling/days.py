"""Study days: local days that begin at the rollover hour, so that one night is one day.

Somebody who studies at 21:00, sleeps, and studies at 08:00 has waited one day, not 11 hours; and
whoever is still up at 01:00 is still in the evening before.
"""

from datetime import UTC, date, datetime, time, tzinfo

from quizml.model.reviews import StudyDay


def study_day(local: datetime, rollover: time) -> StudyDay:
    """The study day of a moment, in the zone that `local` carries."""
    if local.tzinfo is None:
        raise ValueError(f"{local} has no time zone; a study day is a day somewhere")
    day = StudyDay(local.toordinal())
    begun = local.astimezone(UTC) >= day_starts(day, local.tzinfo, rollover)
    return day if begun else StudyDay(day - 1)


def day_starts(day: StudyDay, zone: tzinfo, rollover: time) -> datetime:
    """The moment (UTC) at which the day begins in `zone`.

    Where clocks are set back over the rollover hour, the first of its two occurrences counts.
    Where they skip it, the day begins as long after midnight as on any other day. Either way each
    moment lies in exactly one study day, and later moments never in an earlier day.
    """
    return datetime.combine(date.fromordinal(day), rollover, tzinfo=zone).astimezone(UTC)
