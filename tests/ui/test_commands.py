"""What a key, or a line, asks for."""

import random

import pytest

from quizml.model.cards import Basic, Card, Choice, Cloze, Code, Numeric, Option
from quizml.model.heads import CardId, Head, Kind
from quizml.model.reviews import Rating
from quizml.model.text import Display, Text
from quizml.ui.commands import Command, Do, of_key, of_line
from quizml.ui.hand import accepted, deal, picked, revealed, toggled, typed
from quizml.ui.showing import Outcome, Phase, Showing

T = Text("text", "文")


def head(kind: Kind) -> Head:
    return Head(
        id=CardId(f"d/{kind}"), deck="d", note=f"d/{kind}", position=0, kind=kind, topic="t"
    )


BASIC = Basic(head=head(Kind.BASIC), question=T, answer=T)
CLOZE = Cloze(
    head=head(Kind.CLOZE), text=Text("at {{c1::1/4||q}}", "在 {{c1::四分之一}}"), number=1
)
CHOICE = Choice(head=head(Kind.CHOICE), question=T, options=(Option(T, correct=True), Option(T)))
BOTH = Choice(
    head=head(Kind.CHOICE),
    question=T,
    options=(Option(T, correct=True), Option(T, correct=True), Option(T)),
)
NUMERIC = Numeric(
    head=head(Kind.NUMERIC), question=T, variables=(("n", (3, 4)),), where="1", answer="n * 2"
)
CODE = Code(head=head(Kind.CODE), question=T, exercise="nms")


def asked(card: Card) -> Showing:
    return deal(card, Display.EN, random.Random(1)).showing


def shown(card: Card) -> Showing:
    return revealed(deal(card, Display.EN, random.Random(1))).showing


@pytest.mark.parametrize("card", [BASIC, CLOZE, CHOICE, NUMERIC, CODE])
@pytest.mark.parametrize(("key", "do"), [("u", Do.UNDO), ("q", Do.QUIT), ("eof", Do.QUIT)])
def test_some_keys_mean_the_same_everywhere(card: Card, key: str, do: Do) -> None:
    assert of_key(key, asked(card)) == of_key(key, shown(card)) == Command(do)


@pytest.mark.parametrize("card", [BASIC, CLOZE, NUMERIC, CODE])
def test_a_rating_means_nothing_before_the_answer_is_seen(card: Card) -> None:
    assert of_key("3", asked(card)) is None
    assert of_key("3", shown(card)) == Command(Do.RATE, Rating.GOOD)


def test_a_digit_picks_an_option_that_is_there() -> None:
    assert of_key("2", asked(CHOICE)) == Command(Do.PICK, 2)
    assert of_key("3", asked(CHOICE)) is None
    assert of_key("0", asked(CHOICE)) is None


@pytest.mark.parametrize("line", ["1 3", "13", "1,3", "1，3", " 1 3 "])
def test_a_line_of_digits_picks_several(line: str) -> None:
    assert of_line(line, asked(BOTH), ()) == Command(Do.CHECK, picks=(1, 3))


def test_a_lone_key_letter_is_the_key_unless_it_is_the_answer() -> None:
    assert of_line("u", asked(CLOZE), accepted(asked(CLOZE))) == Command(Do.UNDO)
    assert of_line("q", asked(CLOZE), accepted(asked(CLOZE))) == Command(Do.ANSWER, text="q")
    assert of_line("", asked(CLOZE), ()) == Command(Do.REVEAL)


def test_either_language_counts_on_a_cloze_card() -> None:
    assert accepted(asked(CLOZE)) == ("1/4", "q", "四分之一")
    hand = typed(deal(CLOZE, Display.EN, random.Random(1)), "四分之一")
    assert (hand.showing.outcome, hand.suggested) == (Outcome.RIGHT, Rating.GOOD)


def test_options_are_shuffled_and_marked_by_what_they_are_not_where() -> None:
    orders = {deal(BOTH, Display.EN, random.Random(n)).showing.order for n in range(20)}
    assert len(orders) > 1
    for n in range(20):
        hand = deal(BOTH, Display.EN, random.Random(n))
        places = [place for place, index in enumerate(hand.showing.order, 1) if index < 2]
        for place in places:
            hand = toggled(hand, place)
        assert picked(hand).showing.outcome is Outcome.RIGHT


def test_not_answering_suggests_again_only_where_the_program_marks() -> None:
    assert revealed(deal(NUMERIC, Display.EN, random.Random(1))).suggested is Rating.AGAIN
    assert revealed(deal(BASIC, Display.EN, random.Random(1))).suggested is None


def test_a_number_that_cannot_be_read_leaves_the_card_asked() -> None:
    hand = typed(deal(NUMERIC, Display.EN, random.Random(1)), "six")
    assert hand.refused
    assert hand.showing.phase is Phase.ASKED


def test_numbers_are_new_at_every_showing() -> None:
    answers = {deal(NUMERIC, Display.EN, random.Random(n)).showing.drawn.answer for n in range(20)}
    assert answers == {6, 8}
