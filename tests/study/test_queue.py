"""Which card comes next."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.model.heads import CardId, Head, Kind
from quizml.model.reviews import (
    NEW_CARD,
    Interval,
    Memory,
    Rating,
    Standing,
    Step,
    StudyDay,
    Unseen,
)
from quizml.scheduling.scheduler import Scheduler
from quizml.store.values import DayCount
from quizml.study.queue import Limits, Queue, Wait, spread_evenly

DAY = StudyDay(739_000)
NOON = datetime.fromordinal(DAY).replace(hour=12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
NOTHING = DayCount(day=DAY)
SCHEDULER = Scheduler()
ALL = Limits(new=9999, reviews=9999)


def head(name: str, position: int = 0, *, note: str = "", topic: str = "", **more: int) -> Head:
    return Head(
        id=CardId(name),
        deck=name.partition("/")[0],
        note=note or name,
        position=position,
        kind=Kind.BASIC,
        topic=topic or name,
        **more,  # type: ignore[arg-type]
    )


def heads(names: str, deck: str = "deck") -> list[Head]:
    return [head(f"{deck}/{name}", position) for position, name in enumerate(names.split())]


def review(overdue: int = 0, stability: float = 10.0) -> Standing:
    """Seen `stability` days before it came due."""
    due = StudyDay(DAY - overdue)
    seen = StudyDay(due - round(stability))
    return Standing(Memory(stability, 5.0, Interval(due - seen, due), NOON, seen, 3, 0))


def step(minutes: float, seen: StudyDay = DAY) -> Standing:
    return Standing(Memory(2.0, 5.0, Step(0, NOON + minutes * MINUTE), NOON, seen, 1, 0))


def done(days: int = 5, reps: int = 4) -> Standing:
    return Standing(Memory(5.0, 5.0, Interval(days, StudyDay(DAY + days)), NOON, DAY, reps, 0))


def queue(
    cards: Iterable[Head],
    standings: Mapping[str, Standing] | None = None,
    limits: Limits = ALL,
    already: DayCount = NOTHING,
    **how: int,
) -> Queue:
    known = {CardId(name): standing for name, standing in (standings or {}).items()}
    return Queue(cards, known, SCHEDULER.retrievability, DAY, limits, already, **how)  # type: ignore[arg-type]


def shown(session: Queue, now: datetime = NOON) -> str:
    """The cards that come, each answered for good, as the last parts of their names."""
    found = []
    while isinstance(card := session.next(now), str):
        found.append(card.rpartition("/")[2])
        session.answered(card, done(reps=99))
    return " ".join(found)


# Order


def test_reviews_come_least_likely_recalled_first_then_by_importance_then_in_deck_order() -> None:
    cards = heads("calm late later")
    cards += [head("deck/plain", 3), head("deck/vital", 4, importance=3), head("deck/other", 5)]
    standings = {
        "deck/calm": review(0, 100),
        "deck/late": review(5),
        "deck/later": review(50),
        "deck/plain": review(1),
        "deck/vital": review(1),
        "deck/other": review(1),
    }
    assert shown(queue(cards, standings)) == "later late vital plain other calm"


def test_new_cards_come_in_stretches_of_ten_important_ones_first() -> None:
    cards = [head(f"deck/{n}", n, importance=3 if n in {4, 12} else 2) for n in range(13)]
    assert shown(queue(cards)) == "4 0 1 2 3 5 6 7 8 9 12 10 11"


def test_decks_are_learnt_one_after_another() -> None:
    assert shown(queue(heads("a b", "second") + heads("c d", "first"))) == "a b c d"


def test_new_cards_are_spread_evenly_among_reviews() -> None:
    cards = heads("a b c d e f") + heads("x y", "other")
    standings = {f"deck/{name}": review(6 - n) for n, name in enumerate("abcdef")}
    assert shown(queue(cards, standings)) == "a b x c d y e f"


@given(st.integers(0, 60), st.integers(0, 60))
def test_spreading_keeps_both_orders_and_leaves_no_long_gap(many: int, few: int) -> None:
    first = [CardId(f"a{n}") for n in range(many)]
    second = [CardId(f"b{n}") for n in range(few)]
    mixed = spread_evenly(first, second)
    assert [card for card in mixed if card[0] == "a"] == first
    assert [card for card in mixed if card[0] == "b"] == second
    for end in range(len(mixed)):
        share = sum(card[0] == "b" for card in mixed[:end])
        assert abs(share - few * end / max(1, many + few)) <= 1.5


def test_cards_of_one_topic_are_kept_apart() -> None:
    topics = ("iou", "iou", "iou", "a", "b", "c", "d")
    cards = [head(f"deck/{n}", n, topic=topic) for n, topic in enumerate(topics)]
    assert shown(queue(cards)) == "0 3 4 5 1 6 2"


def test_a_topic_alone_is_asked_all_the_same() -> None:
    assert shown(queue([head(f"deck/{n}", n, topic="iou") for n in range(3)])) == "0 1 2"


# Steps


def test_a_step_comes_before_reviews_once_its_time_has_come() -> None:
    session = queue(heads("a b c"), {"deck/a": step(5), "deck/b": review(), "deck/c": review()})
    assert session.next(NOON) == "deck/b"
    assert session.next(NOON + 5 * MINUTE) == "deck/a"


def test_with_nothing_else_left_a_step_comes_up_to_twenty_minutes_early() -> None:
    session = queue(heads("a"), {"deck/a": step(25)})
    assert session.next(NOON) == Wait(NOON + 5 * MINUTE)
    assert session.next(NOON + 5 * MINUTE) == "deck/a"


def test_a_card_in_its_steps_comes_again_in_this_session() -> None:
    session = queue(heads("a b"))
    session.answered(CardId("deck/a"), step(10))
    assert (session.left_new, session.left_learning) == (1, 1)
    assert session.next(NOON) == "deck/b"
    session.answered(CardId("deck/b"), done())
    assert session.next(NOON) == "deck/a"


def test_a_card_is_not_asked_twice_in_a_row_while_there_is_another() -> None:
    session = queue(heads("a b c"), {"deck/b": review(), "deck/c": step(30)})
    session.answered(CardId("deck/a"), step(1))
    session.answered(CardId("deck/a"), step(2))
    assert session.next(NOON + 9 * MINUTE) == "deck/b"
    session.answered(CardId("deck/b"), done())
    session.answered(CardId("deck/a"), step(3))
    assert session.next(NOON + 9 * MINUTE) == "deck/a"
    assert session.next(NOON + 15 * MINUTE) == "deck/c"


def test_steps_left_over_from_another_day_come_first() -> None:
    session = queue(heads("a b"), {"deck/b": step(-3000, StudyDay(DAY - 2))})
    assert session.next(NOON) == "deck/b"


# Limits


def test_daily_limits_count_what_was_done_already() -> None:
    cards = heads("a b c d e") + heads("v w x y z", "other")
    standings = {f"deck/{name}": review() for name in "abcde"}
    session = queue(cards, standings, Limits(new=3, reviews=4), DayCount(day=DAY, new=1, reviews=2))
    assert (session.left_new, session.left_review) == (2, 2)
    assert shown(session) == "a v b w"


def test_a_day_over_its_limit_brings_nothing_but_steps() -> None:
    session = queue(
        heads("a b c"),
        {"deck/a": review(), "deck/c": step(0)},
        Limits(new=3, reviews=4),
        DayCount(day=DAY, new=7, reviews=9),
    )
    assert shown(session) == "c"


def test_the_total_counts_different_cards_and_begins_with_steps() -> None:
    session = queue(heads("a b c"), {"deck/c": step(0)}, Limits(total=2))
    assert session.next(NOON) == "deck/c"
    session.answered(CardId("deck/c"), step(10))
    assert session.next(NOON) == "deck/a"
    session.answered(CardId("deck/a"), step(10))
    assert shown(session) == "c a"
    assert shown(queue(heads("a b"), limits=Limits(total=0))) == ""


def test_a_card_put_aside_makes_room_for_another() -> None:
    session = queue(heads("a b c"), limits=Limits(new=2))
    session.drop(CardId("deck/a"))
    assert session.left_new == 2
    assert shown(session) == "b c"
    session = queue(heads("a b c"), limits=Limits(total=1))
    session.answered(CardId("deck/a"), Standing(suspended=True))
    assert shown(session) == "b"


# Left out


def test_suspended_and_buried_cards_do_not_come() -> None:
    buried, yesterday = Standing(buried_on=DAY), Standing(buried_on=StudyDay(DAY - 1))
    standings = {"deck/a": Standing(suspended=True), "deck/b": buried, "deck/c": yesterday}
    assert shown(queue(heads("a b c"), standings)) == "c"
    assert shown(queue(heads("a b c"), standings, cram=True)) == "c"


def test_one_card_of_a_note_comes_a_day() -> None:
    siblings = [head(f"deck/n/c{n}", n, note="deck/n") for n in range(3)]
    assert shown(queue(siblings)) == "c0"
    assert shown(queue(siblings, {"deck/n/c1": review(1), "deck/n/c2": review(9)})) == "c2"
    assert shown(queue(siblings, {"deck/n/c1": done()})) == ""
    assert shown(queue(siblings, {"deck/n/c1": step(0), "deck/n/c0": step(0)})) == "c0 c1"


def test_a_card_that_was_put_aside_and_taken_back_holds_its_sibling_back() -> None:
    siblings = [head(f"deck/n/c{n}", n, note="deck/n") for n in range(2)]
    session = queue(siblings, {"deck/n/c0": Standing(buried_on=DAY)})
    assert session.next(NOON) == "deck/n/c1"
    session.restore(CardId("deck/n/c0"), NEW_CARD)
    assert shown(session) == "c0"


# Undo and other sessions


def test_after_undo_cards_come_back_first_the_last_undone_first_of_all() -> None:
    session = queue(heads("a b c d"))
    for name in "ab":
        session.answered(CardId(f"deck/{name}"), step(10))
    session.restore(CardId("deck/b"), NEW_CARD)
    session.restore(CardId("deck/a"), NEW_CARD)
    assert (session.left_new, session.left_learning) == (4, 0)
    assert shown(session) == "a b c d"


def test_undo_of_an_answer_from_before_this_session_brings_the_card() -> None:
    session = queue(heads("a b"), {"deck/a": done()})
    session.restore(CardId("deck/a"), review())
    assert session.left_review == 1
    assert shown(session) == "a b"


def test_undo_brings_back_a_card_beyond_the_limit_once() -> None:
    session = queue(heads("a b c"), limits=Limits(new=1))
    session.restore(CardId("deck/b"), NEW_CARD)
    session.drop(CardId("deck/a"))
    assert shown(session) == "b c"


def test_a_card_that_was_not_answered_keeps_its_place() -> None:
    session = queue(heads("a b"))
    session.answered(CardId("deck/a"), Standing(flagged=True))
    assert session.next(NOON) == "deck/a"


def test_a_card_answered_elsewhere_is_done_here() -> None:
    session = queue(heads("a b"))
    session.answered(CardId("deck/a"), done())
    assert shown(session) == "b"


def test_a_card_whose_answer_was_taken_back_elsewhere_comes_now() -> None:
    session = queue(heads("a b"), {"deck/a": review()})
    session.answered(CardId("deck/a"), NEW_CARD)
    assert (session.left_new, session.left_review) == (2, 0)
    assert shown(session) == "a b"


# Cram and ahead


def test_cram_asks_everything_once_in_order() -> None:
    cards = [head(f"deck/{name}", 0, note="deck/n", topic="t") for name in "abcd"]
    standings = {"deck/a": done(), "deck/b": step(50), "deck/c": review()}
    limits = Limits(new=0, reviews=0, total=3)
    session = queue(cards, standings, limits, cram=True)
    assert shown(session) == "a b c"
    session = queue(cards, standings, limits, cram=True)
    session.answered(CardId("deck/a"), step(1))
    assert shown(session, NOON + 60 * MINUTE) == "b c"


def test_cram_takes_undo_and_dropping_like_any_session() -> None:
    session = queue(heads("a b c"), {"deck/b": step(5)}, Limits(total=2), cram=True)
    session.answered(CardId("deck/a"), step(1))
    session.restore(CardId("deck/a"), NEW_CARD)
    session.drop(CardId("deck/b"))
    assert shown(session) == "a c"


def test_ahead_asks_what_comes_due_but_nothing_twice_a_day() -> None:
    standings = {"deck/a": review(-2, 30), "deck/b": review(-4, 30), "deck/c": done(1)}
    assert shown(queue(heads("a b c"), standings)) == ""
    assert shown(queue(heads("a b c"), standings, ahead=2)) == "a"
    assert shown(queue(heads("a b c"), standings, ahead=9)) == "a b"


# Whatever happens

standings_drawn = st.one_of(
    st.just(NEW_CARD),
    st.just(Standing(suspended=True)),
    st.just(Standing(buried_on=DAY)),
    st.just(done()),
    st.builds(review, st.integers(0, 40), st.integers(1, 40)),
    st.builds(step, st.integers(-30, 90)),
)


@st.composite
def collections(draw: Callable[..., object]) -> tuple[list[Head], dict[str, Standing]]:
    """Cards of a few decks, notes and topics, some of them known."""
    cards = [
        head(
            f"d{draw(st.integers(0, 1))}/{n}",
            n,
            note=str(draw(st.sampled_from((n, "twins")))),
            topic=str(draw(st.integers(0, 3))),
            importance=draw(st.integers(1, 3)),  # type: ignore[arg-type]
        )
        for n in range(draw(st.integers(1, 12)))  # type: ignore[call-overload]
    ]
    return cards, {card.id: draw(standings_drawn) for card in cards}  # type: ignore[misc]


def play(
    cards: list[Head], standings: dict[str, Standing], ratings: list[Rating], limits: Limits
) -> list[CardId]:
    """Study for up to 200 answers, waiting where asked to; the cards in the order they came."""
    session, now, came = queue(cards, standings, limits), NOON, []
    known = {CardId(name): standing.progress for name, standing in standings.items()}
    while (card := session.next(now)) is not None and len(came) < 200:
        if isinstance(card, Wait):
            assert card.until > now
            now = card.until
            assert not isinstance(session.next(now), Wait)
            continue
        assert session.next(now) == card
        left = session.left_new + session.left_learning + session.left_review
        rating = ratings[len(came) % len(ratings)]
        others = left - 1 - sum(
            other != card and due > now + limits.learn_ahead for due, _, other in session._steps
        )  # fmt: skip
        if came and came[-1] == card:
            assert others == 0, "another card could have come"
        came.append(card)
        known[card] = SCHEDULER.futures(card, known[card], now, DAY)[rating]
        session.answered(card, Standing(known[card]))
        now += timedelta(seconds=20)
    assert len(came) == 200 or session.left_new + session.left_learning + session.left_review == 0
    return came


ratings_drawn = st.lists(st.sampled_from(Rating), min_size=1, max_size=9)


@given(collections(), ratings_drawn)
def test_every_card_of_today_comes_and_none_twice_in_a_row(
    collection: tuple[list[Head], dict[str, Standing]], ratings: list[Rating]
) -> None:
    cards, standings = collection
    came = set(play(cards, standings, [*ratings, Rating.EASY], ALL))
    notes = {card.note for card in cards if card.id in came}
    studied = {c.note for c in cards if standings[c.id] == done()}
    for card in cards:
        standing = standings[card.id]
        if standing.suspended or standing.buried_on == DAY or standing == done():
            assert card.id not in came
        else:
            assert card.id in came or card.note in notes | studied


few = st.integers(0, 4)


@given(collections(), ratings_drawn, few, few, st.none() | few)
def test_no_limit_is_ever_exceeded(
    collection: tuple[list[Head], dict[str, Standing]],
    ratings: list[Rating], new: int, reviews: int, total: int | None,
) -> None:  # fmt: skip
    cards, standings = collection
    came = set(play(cards, standings, [*ratings, Rating.EASY], Limits(new, reviews, total)))
    before = [standings[card].progress for card in came]
    assert sum(isinstance(progress, Unseen) for progress in before) <= new
    assert (
        sum(isinstance(p, Memory) and isinstance(p.schedule, Interval) for p in before) <= reviews
    )
    assert total is None or len(came) <= total


@given(collections(), ratings_drawn)
def test_the_same_session_comes_the_same_way_again(
    collection: tuple[list[Head], dict[str, Standing]], ratings: list[Rating]
) -> None:
    assert play(*collection, ratings, ALL) == play(*collection, ratings, ALL)


@given(collections(), st.data())
def test_counts_agree_with_what_waits_whatever_is_done(
    collection: tuple[list[Head], dict[str, Standing]], data: st.DataObject
) -> None:
    cards, standings = collection
    session = queue(cards, standings, Limits(new=3, reviews=3))
    for _ in range(data.draw(st.integers(0, 15))):
        card = data.draw(st.sampled_from(cards)).id
        act = data.draw(st.sampled_from(("answer", "step", "restore", "drop", "suspend")))
        match act:
            case "answer":
                session.answered(card, done(data.draw(st.integers(1, 9))))
            case "step":
                session.answered(card, step(data.draw(st.integers(0, 90))))
            case "restore":
                session.restore(card, standings[card])
            case "drop":
                session.drop(card)
            case _:
                session.answered(card, Standing(suspended=True))
        waiting = [*session._main, *session._first, *(entry[2] for entry in session._steps)]
        assert len(waiting) == len(set(waiting))
        assert set(waiting) == set(session._pending)
        left = (session.left_new, session.left_learning, session.left_review)
        assert sum(left) == len(waiting)
        assert min(left) >= 0


@pytest.mark.parametrize("cards", [0, 1])
def test_an_empty_queue_is_done(cards: int) -> None:
    assert queue(heads("a")[:cards], {"deck/a": done()}).next(NOON) is None
