"""What there is to do today, as `quizml` and `quizml due` say it."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest

from quizml.model.heads import CardId, Head, Kind
from quizml.model.reviews import NEW_CARD, Interval, Memory, Standing, Step, StudyDay
from quizml.store.values import DayCount
from quizml.study.plan import Limits, Outlook, gather, outlook
from quizml.study.queue import Queue

DAY = StudyDay(739_000)
CHINA = timezone(timedelta(hours=8))
NOON = datetime.fromordinal(DAY).replace(hour=12, tzinfo=CHINA)
TOMORROW = NOON.replace(hour=4) + timedelta(days=1)
NOTHING = DayCount(day=DAY)


def card(name: str, note: str = "") -> Head:
    return Head(
        id=CardId(name), deck="deck", note=note or name, position=0, kind=Kind.BASIC, topic=name
    )


def waiting(days: int, seen: int = 10) -> Standing:
    """Comes due in so many days."""
    schedule = Interval(days + seen, StudyDay(DAY + days))
    return Standing(Memory(9.0, 5.0, schedule, NOON, StudyDay(DAY - seen), 3, 0))


def step(minutes: int) -> Standing:
    due = (NOON + timedelta(minutes=minutes)).astimezone(UTC)
    return Standing(Memory(2.0, 5.0, Step(0, due), NOON, DAY, 1, 0))


def seen(standings: dict[str, Standing], limits: Limits, already: DayCount = NOTHING) -> Outlook:
    heads = [card(name, name.partition(".")[0]) for name in standings]
    known = {CardId(name): standing for name, standing in standings.items()}
    return outlook(heads, known, limits, already, now=NOON, day=DAY, rollover=time(4))


def test_an_empty_collection_has_nothing_and_never_will() -> None:
    assert seen({}, Limits()) == Outlook(0, 0, 0, None)


def test_due_learning_and_new_cards_are_counted_within_the_limits() -> None:
    standings = {
        "late": waiting(-3),
        "today": waiting(0),
        "soon": step(15),
        "later": step(40),
        "new": NEW_CARD,
        "newer": NEW_CARD,
    }
    found = seen(standings, Limits(new=3, reviews=1), DayCount(day=DAY, new=2))
    assert (found.due, found.learning, found.new, found.total) == (1, 1, 1, 3)
    assert found.next_due == NOON + timedelta(minutes=40)


@pytest.mark.parametrize(
    "standings",
    [
        {"a": NEW_CARD, "b": NEW_CARD},  # over the limit
        {"a": waiting(0), "b": waiting(0)},
        {"a": Standing(buried_on=DAY)},
        {"n.1": waiting(-1), "n.2": waiting(0)},  # siblings
        {"a": waiting(1)},
    ],
)
def test_what_is_kept_for_tomorrow_comes_with_the_rollover(standings: dict[str, Standing]) -> None:
    found = seen(standings, Limits(new=1, reviews=1))
    assert found.next_due == TOMORROW
    assert found.next_due.tzinfo is CHINA


def test_the_next_review_may_be_days_away() -> None:
    found = seen({"a": waiting(3), "b": waiting(7)}, Limits())
    assert found == Outlook(0, 0, 0, TOMORROW + timedelta(days=2))


def test_a_suspended_card_never_comes() -> None:
    assert seen({"a": Standing(suspended=True)}, Limits()) == Outlook(0, 0, 0, None)


def test_the_outlook_counts_what_the_queue_holds() -> None:
    standings = {
        "n.1": NEW_CARD,
        "n.2": waiting(-1),
        "m.1": waiting(0),
        "m.2": step(0),
        "a": NEW_CARD,
        "b": NEW_CARD,
    }
    heads = [card(name, name.partition(".")[0]) for name in standings]
    known = {CardId(name): standing for name, standing in standings.items()}
    queue = Queue(heads, known, lambda *_: 0.5, DAY, Limits(), NOTHING)
    found = seen(standings, Limits())
    assert (found.due, found.learning, found.new) == (1, 1, 2)
    assert (queue.left_review, queue.left_learning, queue.left_new) == (1, 1, 2)


def test_looking_ahead_leaves_out_what_was_answered_today() -> None:
    heads = [card("a"), card("b"), card("c")]
    known = {CardId("a"): waiting(2), CardId("b"): waiting(1, seen=0), CardId("c"): waiting(5)}
    found = gather(heads, known, DAY, ahead=2)
    assert [head.id for head in found.reviews] == ["a"]
    assert found.later == DAY + 1


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        outlook(
            [card("a")],
            {CardId("a"): waiting(2)},
            Limits(),
            NOTHING,
            now=datetime(2026, 3, 2, 12),  # noqa: DTZ001
            day=DAY,
            rollover=time(4),
        )
