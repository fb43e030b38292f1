"""Cloze texts: what is hidden, what is shown, and what is written wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.decks import cloze
from quizml.decks.cloze import ClozeError, Deletion

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="{}|:$`\\"), min_size=1).map(
    lambda text: text.strip() or "x"
)
DELETIONS = st.builds(
    Deletion,
    st.integers(1, 999),
    st.lists(WORDS, min_size=1, max_size=3).map(tuple),
    st.just("") | WORDS,
)
PIECES = st.lists(WORDS | DELETIONS, min_size=1, max_size=6)


@given(PIECES)
def test_what_is_written_is_read_back(pieces: list[str | Deletion]) -> None:
    text = "".join(map(str, pieces))
    read = cloze.parse(text)
    assert "".join(map(str, read)) == text
    assert [p for p in read if not isinstance(p, str)] == [
        p for p in pieces if not isinstance(p, str)
    ]


@given(PIECES)
def test_revealing_and_hiding_differ_only_in_what_is_hidden(pieces: list[str | Deletion]) -> None:
    text = "".join(map(str, pieces))
    assert "{{" not in cloze.revealed(text)
    for number in cloze.numbers(text):
        kept = cloze.rendered(text, number, lambda deletion: deletion.shown)
        assert kept == cloze.revealed(text)
        assert len(cloze.hidden(text, number)) >= 1


@given(st.text("{}c1:|$ `x\n\\", max_size=40))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    refusal = None
    try:
        cloze.parse(text)
    except ClozeError as error:
        refusal = error
    assert refusal is None or 0 <= refusal.offset <= len(text)


def test_a_deletion_knows_its_alternatives_and_its_hint() -> None:
    (deletion,) = cloze.hidden("At most {{c2::1/4||0.25::a fraction}}.", 2)
    assert deletion == Deletion(2, ("1/4", "0.25"), "a fraction")
    assert cloze.asked("At most {{c2::1/4||0.25::a fraction}}.", 2) == "At most [a fraction]."
    assert cloze.asked("{{c1::a}} and {{c2::b}}", 1) == "[…] and b"


def test_a_formula_may_be_hidden() -> None:
    text = r"Reached at {{c1::$x = 0$}}, that is {{c1::$\frac{1}{4}$ }}"
    assert [d.shown for d in cloze.hidden(text, 1)] == ["$x = 0$", r"$\frac{1}{4}$"]


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("ok {{c1::hidden", 3),
        ("ok {{c0::hidden}}", 3),
        ("ok {{c1:hidden}}", 3),
        ("ok {{1::hidden}}", 3),
        ("ok {{c1::}}", 3),
        ("ok {{c1::a||}}", 3),
        ("ok $x + {{c1::y}}$", 3),
        (r"ok {{c1::$\frac{1}{x_{2}}$}}", 3),
        ("ok {{c1::a {{c2::b}} c}}", 3),
    ],
)
def test_a_malformed_deletion_is_located(text: str, offset: int) -> None:
    with pytest.raises(ClozeError) as error:
        cloze.parse(text)
    assert error.value.offset == offset
    assert error.value.hint
