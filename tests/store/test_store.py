import sqlite3
from datetime import timedelta

import pytest
from storefakes import NOW, TODAY, answer, follow, mark, opened, record, replay, reviews

from quizml.model.attempts import Attempt
from quizml.model.errors import Fault
from quizml.model.reviews import NEW_CARD, Mark, Rating, State, Unseen
from quizml.model.verdicts import Verdict
from quizml.scheduling.policy import Policy
from quizml.scheduling.scheduler import Scheduler
from quizml.store import StaleAnswer, Store
from quizml.store.migrations import EVENT_TABLES


def attempt(card: str, submission: str, verdict: Verdict = Verdict.WRONG) -> Attempt:
    return Attempt(
        card=card,
        verdict=verdict,
        at=NOW,
        day=TODAY,
        seconds=0.25,
        category="edge",
        submission=submission,
    )


def test_an_answer_is_there_as_it_was_given_after_reopening(store, path):
    review = answer(rating=Rating.AGAIN, state=State.REVIEW)
    event = record(store, review)
    standing = store.standing("deck/card")
    store.close()
    with opened(path) as again:
        assert reviews(again) == [review]
        assert again.standings() == {"deck/card": standing}
        assert standing.version == event
        assert standing.progress == replay([review])


def test_a_card_nothing_happened_to_is_new(store):
    assert store.standing("deck/other") == NEW_CARD
    assert store.standings() == {}


def test_an_answer_to_an_older_version_is_refused_and_not_logged(store):
    shown = store.standing("deck/card").version
    record(store, answer())
    with pytest.raises(StaleAnswer) as refused:
        store.record(answer(), follow(Unseen(), answer()), version=shown)
    assert refused.value.card == "deck/card"
    assert len(reviews(store)) == 1


def test_a_mark_moves_the_version_and_so_makes_answers_stale(store):
    shown = store.standing("deck/card").version
    store.mark(mark("deck/card", Mark.SUSPEND))
    with pytest.raises(StaleAnswer):
        store.record(answer(), follow(Unseen(), answer()), version=shown)


def test_marks_are_what_they_say(store):
    for each in (Mark.SUSPEND, Mark.FLAG, Mark.BURY):
        store.mark(mark("deck/card", each))
    standing = store.standing("deck/card")
    assert (standing.suspended, standing.flagged, standing.buried_on) == (True, True, TODAY)
    for each in (Mark.UNSUSPEND, Mark.UNFLAG):
        store.mark(mark("deck/card", each))
    standing = store.standing("deck/card")
    assert (standing.suspended, standing.flagged, standing.buried_on) == (False, False, TODAY)


def test_undo_takes_back_answers_and_marks_newest_first_to_the_very_first_one(store):
    done = [answer("deck/a"), mark("deck/a", Mark.FLAG), answer("deck/b"), answer("deck/a")]
    for deed in done:
        store.mark(deed) if hasattr(deed, "mark") else record(store, deed)
    assert [store.undo(NOW, TODAY) for _ in range(5)] == [*reversed(done), None]
    assert reviews(store) == []
    assert all(not s.flagged and s.progress == Unseen() for s in store.standings().values())


def test_undo_goes_on_where_it_stopped_after_a_restart(store, path):
    done = [answer("deck/a", minutes=n) for n in range(4)]
    for review in done:
        record(store, review)
    assert store.undo(NOW, TODAY) == done[3]
    store.close()
    with opened(path) as again:
        assert again.undo(NOW, TODAY) == done[2]
        assert reviews(again) == done[:2]
        assert again.standing("deck/a").progress == replay(done[:2])


def test_what_is_answered_after_an_undo_is_undone_first(store):
    first, second, third = (answer("deck/a", rating) for rating in list(Rating)[:3])
    record(store, first)
    record(store, second)
    store.undo(NOW, TODAY)
    record(store, third)
    assert store.undo(NOW, TODAY) == third
    assert store.undo(NOW, TODAY) == first


def test_an_answer_to_a_card_shown_before_an_undo_is_stale(store):
    record(store, answer())
    shown = store.standing("deck/card")
    store.undo(NOW, TODAY)
    with pytest.raises(StaleAnswer):
        store.record(answer(), follow(shown.progress, answer()), version=shown.version)


def test_ids_increase_though_the_clock_stands_still_or_goes_back(store):
    for minutes in (0, 0, 5, -90, 0):
        record(store, answer(minutes=minutes))
    ids = [logged.id for logged in store.log()]
    assert ids == sorted(set(ids))
    assert {logged.device for logged in store.log()} == {store.device}


def test_a_device_is_named_once(store, path):
    name = store.device
    store.close()
    with opened(path) as again:
        assert again.device == name


def test_a_renamed_card_keeps_its_past_and_its_marks(store):
    record(store, answer("deck/old"))
    store.mark(mark("deck/old", Mark.FLAG))
    before = store.standing("deck/old")
    store.rename("deck/old", "deck/new", NOW)
    after = store.standing("deck/new")
    assert (after.progress, after.flagged) == (before.progress, True)
    assert after.version > before.version
    assert "deck/old" not in store.standings()
    assert [review.card for review in reviews(store)] == ["deck/new"]
    assert store.undo(NOW, TODAY).card == "deck/new"


def test_renaming_onto_a_card_with_a_past_puts_both_together_in_order(store):
    done = [answer(card, rating) for card, rating in zip("abab", Rating, strict=True)]
    for review in done:
        record(store, review)
    store.rename("a", "b", NOW)
    assert store.standing("b").progress.reps == 4
    assert [review.rating for review in reviews(store)] == list(Rating)
    assert store.rebuild() == []


def test_an_id_given_up_may_be_used_again(store):
    record(store, answer("deck/a"))
    store.rename("deck/a", "deck/b", NOW)
    record(store, answer("deck/a", Rating.EASY))
    assert [review.card for review in reviews(store)] == ["deck/b", "deck/a"]
    assert store.standing("deck/a").progress.reps == 1
    store.rename("deck/b", "deck/a", NOW)
    assert store.standing("deck/a").progress.reps == 2


def test_only_renames_that_matter_are_adopted(store):
    record(store, answer("deck/old"))
    renames = {"deck/old": "deck/new", "deck/never": "deck/else", "deck/same": "deck/same"}
    assert store.adopt(renames, NOW) == {"deck/old": "deck/new"}
    assert store.adopt(renames, NOW) == {}
    assert store.adopt({}, NOW) == {}


def test_an_id_that_is_some_cards_present_id_is_not_taken_from_it(store):
    record(store, answer("deck/a"))
    record(store, answer("deck/b"))
    assert store.adopt({"deck/a": "deck/b", "deck/b": "deck/a"}, NOW) == {}


def test_attempts_are_kept_and_leave_the_version_alone(store):
    assert store.last_attempt("coding/nms") is None
    version = store.standing("coding/nms").version
    store.attempt(attempt("coding/nms", "def nms(): …"))
    store.attempt(attempt("coding/nms", "def nms(): pass\n\x00\udc80", Verdict.PASSED))
    assert store.standing("coding/nms").version == version
    assert store.last_attempt("coding/nms").verdict is Verdict.PASSED
    assert store.last_attempt("coding/nms").submission == "def nms(): pass\n\x00\\udc80"
    assert [a.verdict for a in store.attempts("coding/nms")] == [Verdict.WRONG, Verdict.PASSED]
    store.rename("coding/nms", "coding/suppress", NOW)
    assert len(store.attempts("coding/suppress")) == 2
    assert store.undo(NOW, TODAY) is None


def test_the_log_can_be_read_while_it_grows(store):
    for n in range(5):
        record(store, answer(f"deck/{n}"))
    log = store.log()
    next(log)
    record(store, answer("deck/late"))
    assert [logged.review.card for logged in log][-1] == "deck/late"
    assert [logged.review.card for logged in store.log(2)] == ["deck/4", "deck/late"]


def test_a_long_log_comes_whole_and_in_order(store, monkeypatch):
    monkeypatch.setattr("quizml.store.store._AT_ONCE", 3)
    done = [answer(f"deck/{n % 4}", minutes=n) for n in range(10)]
    for review in done:
        record(store, review)
    assert reviews(store) == done


def test_history_is_one_cards_part_of_the_log(store):
    for card in "aba":
        record(store, answer(card))
    assert store.history("a") == [logged for logged in store.log() if logged.review.card == "a"]


@pytest.mark.parametrize("table", EVENT_TABLES)
@pytest.mark.parametrize(
    "deed", ["update {} set id = id", "delete from {}", "replace into {} select * from {}"]
)
def test_no_statement_changes_what_happened(store, table, deed):
    record(store, answer())
    store.mark(mark("deck/card", Mark.FLAG))
    store.attempt(attempt("deck/card", ""))
    store.rename("deck/card", "deck/new", NOW)
    store.undo(NOW, TODAY)
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        store._database.connection.execute(deed.format(table, table))


def test_a_time_without_a_zone_is_our_mistake_and_logs_nothing(store):
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(ValueError, match="no time zone"):
        store.undo(naive, TODAY)
    with pytest.raises(ValueError, match="no time zone"):
        store.rename("a", "b", naive)
    assert store.rebuild() == []


def test_times_come_back_as_utc_to_the_millisecond(store):
    review = answer()
    at = (NOW + timedelta(microseconds=123_456)).astimezone()
    record(store, type(review)(**{**_fields(review), "at": at}))
    (back,) = reviews(store)
    assert back.at == NOW + timedelta(milliseconds=123)
    assert back.at.utcoffset() == timedelta()


def _fields(review):
    return {name: getattr(review, name) for name in review.__slots__}


def test_a_clock_that_ran_backwards_took_no_time(store):
    record(store, answer(took_ms=-5))
    assert reviews(store)[0].took_ms == 0


def test_an_impossible_memory_is_refused_in_one_line(store):
    impossible = follow(Unseen(), answer())._replace(stability=float("nan"))
    with pytest.raises(Fault, match="nothing was changed"):
        store.record(answer(), impossible, version="")
    assert reviews(store) == []


def test_rebuild_derives_what_was_tampered_with_and_names_the_cards(store):
    for card in ("deck/a", "deck/b", "deck/c"):
        record(store, answer(card))
    right = store.standings()
    db = store._database.connection
    db.execute("update standings set stability = 99 where card = 'deck/a'")
    db.execute("delete from standings where card = 'deck/b'")
    db.execute(
        "insert into standings select 'deck/ghost', schedule, amount, due, stability, "
        "difficulty, last_ms, last_day, reps, lapses, suspended, buried_on, flagged, version "
        "from standings where card = 'deck/c'"
    )
    assert store.rebuild() == ["deck/a", "deck/b", "deck/ghost"]
    assert store.standings() == right
    assert store.rebuild() == []


def test_the_real_scheduler_replays_to_what_was_recorded(path):
    scheduler = Scheduler(Policy())
    with Store.open(path, replay=scheduler.replay) as store:
        for n, rating in enumerate([3, 3, 1, 3, 4, 2, 3]):
            at, day = NOW + timedelta(days=5 * n), TODAY + 5 * n
            before = store.standing("deck/card")
            after = scheduler.futures("deck/card", before.progress, at, day)[Rating(rating)]
            state = State.NEW if before == NEW_CARD else before.progress.state
            review = answer(rating=Rating(rating), state=state)
            fields = {**_fields(review), "at": at, "day": day, "schedule": after.schedule}
            store.record(type(review)(**fields), after, version=before.version)
        assert store.rebuild() == []
        store.undo(NOW, TODAY)
        assert store.standing("deck/card").progress.reps == 6
