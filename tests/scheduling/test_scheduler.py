"""The four futures, replay and retrievability."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS
from hypothesis import given
from hypothesis import strategies as st

from quizml.model.heads import CardId
from quizml.model.reviews import (
    Interval,
    Memory,
    Progress,
    Rating,
    Review,
    State,
    Step,
    StudyDay,
    Unseen,
)
from quizml.scheduling.days import study_day
from quizml.scheduling.policy import Policy
from quizml.scheduling.scheduler import Scheduler

AGAIN, HARD, GOOD, EASY = Rating
CARD = CardId("deck/card")
DAY = StudyDay(739_000)
NOON = datetime.fromordinal(DAY).replace(hour=12, tzinfo=UTC)
CHINA = timezone(timedelta(hours=8))


def known(stability: float = 10.0, **changes: object) -> Memory:
    """A card in review, last seen ten days ago, due today."""
    values: dict[str, object] = {
        "stability": stability,
        "difficulty": 5.0,
        "schedule": Interval(10, DAY),
        "last_at": NOON - timedelta(days=10),
        "last_day": StudyDay(DAY - 10),
        "reps": 4,
        "lapses": 0,
    }
    return Memory(**(values | changes))  # type: ignore[arg-type]


def stepping(index: int, *, relearning: bool = False) -> Memory:
    step = Step(index, NOON, relearning)
    return known(2.0, schedule=step, last_day=DAY, last_at=NOON - timedelta(minutes=1))


def waits(scheduler: Scheduler, progress: Progress, **how: bool) -> list[float | str]:
    """Minutes in steps, or days as text, after each rating."""
    found: list[float | str] = []
    for memory in scheduler.futures(CARD, progress, NOON, DAY, **how).values():
        match memory.schedule:
            case Step(due=due):
                found.append((due - NOON).total_seconds() / 60)
            case Interval(days=days):
                found.append(f"{days}d")
    return found


def test_good_at_nine_in_the_evening_and_at_eight_next_morning_gives_a_week(
    scheduler: Scheduler,
) -> None:
    evening = datetime(2026, 3, 2, 21, tzinfo=CHINA)
    morning = datetime(2026, 3, 3, 8, tzinfo=CHINA)
    days = [study_day(moment, time(4)) for moment in (evening, morning)]
    for number in range(50):
        card = CardId(f"deck/{number}")
        first = scheduler.futures(card, Unseen(), evening, days[0])[GOOD]
        second = scheduler.futures(card, first, morning, days[1])[GOOD]
        assert second.stability == pytest.approx(7.3, abs=0.05)
        assert isinstance(second.schedule, Interval)
        assert second.schedule.days in {7, 8}
        assert second.schedule.due == days[1] + second.schedule.days


def test_a_new_card_takes_its_steps_unless_it_is_easy(scheduler: Scheduler) -> None:
    assert waits(scheduler, Unseen())[:3] == [1, 5.5, 10]
    assert waits(scheduler, Unseen())[3] in {"8d", "9d"}


def test_the_last_step_graduates_on_good(scheduler: Scheduler) -> None:
    assert waits(scheduler, stepping(1))[:2] == [1, 10]
    assert str(waits(scheduler, stepping(1))[2]).endswith("d")


def test_a_forgotten_card_is_relearnt_and_then_graduates(scheduler: Scheduler) -> None:
    lapse = scheduler.futures(CARD, known(), NOON, DAY)[AGAIN]
    assert lapse.schedule == Step(0, NOON + timedelta(minutes=10), relearning=True)
    assert lapse.state is State.RELEARNING
    assert waits(scheduler, lapse)[:2] == [10, 15]
    assert isinstance(scheduler.futures(CARD, lapse, NOON, DAY)[GOOD].schedule, Interval)


def test_without_steps_everything_waits_days() -> None:
    scheduler = Scheduler(Policy(learning_steps=(), relearning_steps=()))
    for progress in (Unseen(), known(), stepping(0), stepping(1, relearning=True)):
        assert all(str(wait).endswith("d") for wait in waits(scheduler, progress))


def test_a_coding_card_skips_the_steps_and_comes_back_tomorrow_when_it_failed(
    scheduler: Scheduler,
) -> None:
    for progress in (Unseen(), known(200.0), stepping(0)):
        found = waits(scheduler, progress, steps=False)
        assert found[0] == "1d"
        assert all(str(wait).endswith("d") for wait in found)


def test_only_forgetting_a_known_card_is_a_lapse(scheduler: Scheduler) -> None:
    for progress, expected in (
        (Unseen(), [0, 0, 0, 0]),
        (stepping(0), [0, 0, 0, 0]),
        (stepping(0, relearning=True), [0, 0, 0, 0]),
        (known(lapses=2), [3, 2, 2, 2]),
    ):
        futures = scheduler.futures(CARD, progress, NOON, DAY)
        assert [futures[rating].lapses for rating in Rating] == expected


def test_the_eighth_lapse_makes_a_leech(scheduler: Scheduler) -> None:
    before = known(lapses=7)
    futures = scheduler.futures(CARD, before, NOON, DAY)
    assert [scheduler.became_leech(before, futures[rating]) for rating in Rating] == [
        True, False, False, False,
    ]  # fmt: skip
    assert scheduler.is_leech(futures[AGAIN])
    assert not scheduler.is_leech(before)
    assert not scheduler.is_leech(Unseen())


def test_no_interval_is_longer_than_allowed() -> None:
    scheduler = Scheduler(Policy(maximum_days=30, relearning_steps=()))
    for number in range(50):
        futures = scheduler.futures(CardId(f"deck/{number}"), known(5000.0), NOON, DAY)
        days = [m.schedule.days for m in futures.values() if isinstance(m.schedule, Interval)]
        assert len(days) == 4
        assert days == sorted(days)
        assert days[-1] <= 30


def test_a_higher_retention_asks_sooner() -> None:
    days = [
        int(str(waits(Scheduler(Policy(retention=retention)), known())[2])[:-1])
        for retention in (0.8, 0.9, 0.95)
    ]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 3


def test_where_the_clock_stands_changes_nothing_recorded(scheduler: Scheduler) -> None:
    zones = [UTC, CHINA, timezone(timedelta(hours=-9, minutes=-30))]
    futures = [scheduler.futures(CARD, known(), NOON.astimezone(zone), DAY) for zone in zones]
    assert futures[0] == futures[1] == futures[2]
    assert all(f[AGAIN].last_at.tzinfo is UTC for f in futures)


def test_a_day_before_the_last_one_counts_as_the_same_day(scheduler: Scheduler) -> None:
    """A flight west over the date line, or a log merged from another machine."""
    memory = known(last_day=DAY)
    yesterday = StudyDay(DAY - 1)
    assert (
        scheduler.futures(CARD, memory, NOON, yesterday)[GOOD].stability
        == scheduler.futures(CARD, memory, NOON, DAY)[GOOD].stability
    )
    assert scheduler.retrievability(memory, yesterday) == 1


def test_recall_is_nine_in_ten_after_as_many_days_as_the_stability(scheduler: Scheduler) -> None:
    for days in (1, 7, 365, 20_000):
        memory = known(float(days), last_day=StudyDay(DAY - days))
        assert scheduler.retrievability(memory, DAY) == pytest.approx(0.9)


@given(st.floats(0.5, 10_000), st.floats(0.7, 0.98))
def test_the_engines_interval_inverts_retrievability(stability: float, retention: float) -> None:
    days = FSRS(DEFAULT_PARAMETERS).next_interval(stability, retention, 3)
    if days > 100:
        memory = known(stability, last_day=StudyDay(DAY - round(days)))
        assert Scheduler().retrievability(memory, DAY) == pytest.approx(retention, abs=3e-3)


memories = st.builds(
    Memory,
    stability=st.floats(0.01, 20_000),
    difficulty=st.floats(1, 10),
    schedule=st.one_of(
        st.builds(Interval, st.integers(1, 1000), st.just(DAY)),
        st.builds(Step, st.integers(0, 4), st.just(NOON), st.booleans()),
    ),
    last_at=st.just(NOON),
    last_day=st.integers(DAY - 2000, DAY).map(StudyDay),
    reps=st.integers(1, 99),
    lapses=st.integers(0, 20),
)
step_lists = st.lists(st.integers(1, 60 * 24 * 3), max_size=4).map(
    lambda minutes: tuple(timedelta(minutes=m) for m in sorted(minutes))
)


def arrives(memory: Memory) -> tuple[int, datetime]:
    """The day a card is due, then the moment."""
    match memory.schedule:
        case Step(due=due):
            return due.toordinal(), due
        case Interval(due=due):
            return due, datetime.fromordinal(due).replace(tzinfo=UTC) + timedelta(days=1)


@given(
    progress=st.one_of(st.builds(Unseen), memories),
    learning=step_lists,
    relearning=step_lists,
    number=st.integers(0, 99),
    steps=st.booleans(),
)
def test_a_better_rating_is_never_due_sooner(
    progress: Progress, learning: tuple[timedelta, ...], relearning: tuple[timedelta, ...],
    number: int, steps: bool,
) -> None:  # fmt: skip
    scheduler = Scheduler(Policy(learning_steps=learning, relearning_steps=relearning))
    midnight = NOON.replace(hour=0)
    futures = scheduler.futures(CardId(f"deck/{number}"), progress, midnight, DAY, steps=steps)
    due = [arrives(futures[rating]) for rating in Rating]
    assert due == sorted(due)
    match futures[GOOD].schedule, futures[EASY].schedule:
        case Interval(days=good), Interval(days=easy):
            assert 1 <= good < easy <= 36_500 or easy == 36_500


@given(
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(Rating)), max_size=15),
    st.booleans(),
)
def test_replaying_the_log_gives_the_stored_memory(
    answers: list[tuple[int, Rating]], steps: bool
) -> None:
    scheduler = Scheduler()
    progress: Progress = Unseen()
    log: list[Review] = []
    day = DAY
    for minute, (gap, rating) in enumerate(answers):
        day = StudyDay(day + gap)
        at = datetime.fromordinal(day).replace(tzinfo=UTC) + timedelta(minutes=minute)
        after = scheduler.futures(CARD, progress, at, day, steps=steps)[rating]
        state = State.NEW if isinstance(progress, Unseen) else progress.state
        log.append(
            Review(card=CARD, rating=rating, at=at, day=day, state=state, took_ms=1,
                   schedule=after.schedule)
        )  # fmt: skip
        progress = after
    assert scheduler.replay(log) == progress
    other = Scheduler(Policy(retention=0.8, learning_steps=(), maximum_days=3))
    assert other.replay(log) == progress  # settings changed since do not move what was promised
