"""Study days: wall clocks, rollover, time zones and daylight saving."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizml.scheduling.days import day_starts, study_day

FOUR = time(4)
ZONES = (
    "UTC",
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",  # half an hour of daylight saving
    "Africa/Cairo",  # clocks change at midnight
    "Asia/Kathmandu",
    "Pacific/Apia",  # no 30 December 2011
)


def zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        pytest.skip("no time-zone data on this system; pip install tzdata")


def day(text: str, name: str = "Asia/Shanghai", rollover: time = FOUR) -> int:
    return study_day(datetime.fromisoformat(text).replace(tzinfo=zone(name)), rollover)


def test_one_night_is_one_day_whether_eleven_hours_or_thirty() -> None:
    assert day("2026-03-03T08:00") - day("2026-03-02T21:00") == 1
    assert day("2026-03-03T23:59") - day("2026-03-02T05:00") == 1


def test_after_midnight_it_is_still_yesterday_until_the_rollover() -> None:
    assert day("2026-03-03T03:59:59.999") == day("2026-03-02T21:00")
    assert day("2026-03-03T04:00") == day("2026-03-02T21:00") + 1


def test_a_rollover_at_midnight_gives_calendar_days() -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert study_day(noon, time(0)) == noon.date().toordinal()


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        study_day(datetime(2026, 3, 2, 12), FOUR)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Europe/Berlin", "2026-03-28T21:00", "2026-03-29T08:00"),  # forward
        ("Europe/Berlin", "2026-10-24T21:00", "2026-10-25T08:00"),  # back
        ("America/New_York", "2026-03-07T21:00", "2026-03-08T08:00"),
        ("America/New_York", "2026-10-31T21:00", "2026-11-01T08:00"),
        ("Australia/Lord_Howe", "2026-04-04T21:00", "2026-04-05T08:00"),
        ("Africa/Cairo", "2026-04-23T21:00", "2026-04-24T08:00"),
    ],
)
def test_the_night_of_a_clock_change_is_one_day(name: str, before: str, after: str) -> None:
    assert day(after, name) - day(before, name) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-03-29T03:59", 0), ("2026-03-29T04:00", 1), ("2026-10-25T03:59", 0)],
)
def test_the_rollover_is_by_the_clock_on_the_wall(text: str, expected: int) -> None:
    eve = datetime.fromisoformat(text).replace(hour=0, minute=0) - timedelta(hours=1)
    assert day(text, "Europe/Berlin") - day(eve.isoformat(), "Europe/Berlin") == expected


def test_a_repeated_rollover_hour_begins_the_day_once() -> None:
    berlin, half_past_two = zone("Europe/Berlin"), time(2, 30)
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    again = first.replace(minute=10, fold=1)  # later, though the clock shows an earlier time
    assert study_day(again, half_past_two) == study_day(first, half_past_two)


moments = st.datetimes(datetime(2011, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
rollovers = st.builds(time, st.integers(0, 12), st.sampled_from((0, 30)))


@pytest.mark.parametrize("name", ZONES)
@settings(max_examples=40)
@given(moment=moments, rollover=rollovers)
def test_a_moment_lies_between_its_day_and_the_next(
    name: str, moment: datetime, rollover: time
) -> None:
    here = zone(name)
    today = study_day(moment.astimezone(here), rollover)
    if name == "Pacific/Apia" and abs((moment - datetime(2011, 12, 30, tzinfo=UTC)).days) < 3:
        return  # the day that was left out has no morning
    assert day_starts(today, here, rollover) <= moment
    assert moment < day_starts(today + 1, here, rollover)


@pytest.mark.parametrize("name", ZONES)
@settings(max_examples=40)
@given(moment=moments, seconds=st.integers(0, 200_000), rollover=rollovers)
def test_later_is_never_an_earlier_day(
    name: str, moment: datetime, seconds: int, rollover: time
) -> None:
    here = zone(name)
    later = moment + timedelta(seconds=seconds)
    assert study_day(moment.astimezone(here), rollover) <= study_day(
        later.astimezone(here), rollover
    )
