from hypothesis import given, settings
from hypothesis import strategies as st

from quizml.store.identity import Rename, Renames
from quizml.store.ids import LENGTH, id_ms, next_id

CARDS = st.sampled_from("abcd")
DEEDS = st.lists(st.one_of(st.tuples(CARDS), st.tuples(CARDS, CARDS)), max_size=12)


def numbered(deeds):
    return [(f"{number:024x}", *deed) for number, deed in enumerate(deeds, 1)]


@settings(deadline=None)
@given(DEEDS)
def test_names_follow_renames_one_by_one(deeds):
    events = [event for event in numbered(deeds) if len(set(event[1:])) == len(event[1:])]
    names = {}
    for id_, *what in events:
        if len(what) == 1:
            names[id_] = what[0]
        else:
            names = {k: what[1] if card == what[0] else card for k, card in names.items()}
    named = Renames(Rename(*event) for event in events if len(event) == 3)
    written = {event[0]: event[1] for event in events if len(event) == 2}
    assert {id_: named.current(card, id_) for id_, card in written.items()} == names
    for card in "abcd":
        found = [
            id_
            for piece in named.pieces(card)
            for id_, name in written.items()
            if name == piece.card and piece.after < id_ <= piece.until
        ]
        assert sorted(found) == sorted(id_ for id_, name in names.items() if name == card)


@settings(deadline=None)
@given(st.lists(st.integers(-10, 2**41), min_size=1), st.integers(0, 2**32 - 1))
def test_ids_strictly_increase_whatever_the_clock_says(times, salt):
    last = ""
    for ms in times:
        new = next_id(last, ms, salt)
        assert new > last
        assert len(new) == LENGTH
        assert id_ms(new) >= ms
        last = new


def test_a_counter_that_is_full_borrows_the_next_millisecond():
    assert next_id("000000000005ffff00000000", 5, 1) == "000000000006000000000001"
