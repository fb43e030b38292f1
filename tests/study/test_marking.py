"""Marking of choices, numbers and cloze deletions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.model.cards import Option, Tolerance
from quizml.model.reviews import Rating
from quizml.model.text import Text
from quizml.study.marking import Marked, Note, Unclear, mark_choice, mark_cloze, mark_numeric
from quizml.study.wording import distance, essence

EXACT = Tolerance()


# Choices


@pytest.mark.parametrize(
    ("picked", "note"),
    [
        ({0, 2}, Note.RIGHT),
        ({0}, Note.INCOMPLETE),
        ({0, 1, 2}, Note.WRONG),
        ({1}, Note.WRONG),
        ({0, 1}, Note.WRONG),
        (set(), Note.EMPTY),
    ],
)
def test_all_that_is_correct_and_nothing_else_is_right(picked: set[int], note: Note) -> None:
    options = [Option(Text("a"), correct=True), Option(Text("b")), Option(Text("c"), correct=True)]
    assert mark_choice(frozenset(picked), options).note is note


def test_a_mark_suggests_a_rating() -> None:
    assert {note: (Marked(note).right, Marked(note).rating) for note in Note} == {
        Note.RIGHT: (True, Rating.GOOD),
        Note.ALMOST: (True, Rating.HARD),
        Note.WRONG: (False, Rating.AGAIN),
        Note.INCOMPLETE: (False, Rating.AGAIN),
        Note.EMPTY: (False, Rating.AGAIN),
    }


# Numbers


@pytest.mark.parametrize(
    ("typed", "want", "tolerance", "right"),
    [
        ("28", 28, EXACT, True),
        ("28.0", 28, EXACT, True),
        ("28.0000000001", 28, EXACT, False),  # whole numbers are met exactly
        ("2^53", 2.0**53, EXACT, True),
        ("9007199254740993", 2.0**53, EXACT, False),
        ("1/3", 1 / 3, EXACT, True),  # floating point is forgiven
        ("0.3", 0.1 + 0.2, EXACT, True),
        ("0.333", 1 / 3, EXACT, False),
        ("0.333", 1 / 3, Tolerance(0.001), True),
        ("0.334", 1 / 3, Tolerance(0.0005), False),
        ("0.05", 0.1, Tolerance(0.05), True),  # the border belongs to it
        ("101", 100, Tolerance(0.01, relative=True), True),
        ("101.1", 100, Tolerance(0.01, relative=True), False),
        ("-99", -100, Tolerance(0.01, relative=True), True),
        ("25%", 0.25, EXACT, True),
        ("25", 0.25, EXACT, False),
        ("0", 0, Tolerance(0.01, relative=True), True),
        ("1,000,000", 1e6, EXACT, True),
    ],
)
def test_a_number_is_right_within_its_tolerance(
    typed: str, want: float, tolerance: Tolerance, right: bool
) -> None:
    marked = mark_numeric(typed, want, tolerance)
    assert isinstance(marked, Marked)
    assert marked.right is right


@pytest.mark.parametrize("typed", ["25", "25%", "25 ％"])
def test_where_the_unit_is_percent_the_sign_may_be_typed_or_not(typed: str) -> None:
    assert mark_numeric(typed, 25, EXACT, percent=True) == Marked(Note.RIGHT)


@pytest.mark.parametrize("typed", ["", "about five", "0,5", "1/0"])
def test_what_is_no_number_is_not_marked(typed: str) -> None:
    assert isinstance(mark_numeric(typed, 5, EXACT), Unclear)


@given(st.floats(-1e12, 1e12, allow_subnormal=False))
def test_the_answer_itself_is_right(want: float) -> None:
    assert mark_numeric(repr(want), want, EXACT) == Marked(Note.RIGHT)


# Cloze deletions


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("IOU", "IoU"),
        ("  softmax. ", "softmax"),
        ("ＩｏＵ", "IoU"),
        ("“动量”", "动量"),
        ("梯度消失。", "梯度消失"),
        ("batch normalization", "Batch Normalization"),
        ("batch-norm", "batch norm"),
        ("batchnorm", "Batch Norm"),
        ("ResNet50", "ResNet-50"),
        ("top 5", "top-5"),
        ("the mean", "mean"),
        ("0.25", "1/4"),
        ("25%", r"$\frac{1}{4}$"),
        ("1/4", r"\dfrac{1}{4}"),
        ("10^6", "1,000,000"),
        ("1e-5", "$10^{-5}$"),
        ("x=0", "$x = 0$"),
        ("relu", r"$\mathrm{ReLU}$"),
        ("alpha", r"$\alpha$"),
        ("α", r"\alpha"),
        ("ϵ", r"\epsilon"),
        ("x²", "$x^{2}$"),
        ("x**2", "x^2"),
        ("e^(-x)", "$e^{-x}$"),
        ("e^-x", "$e^{-x}$"),
        ("x_i", "$x_{i}$"),
        ("(a+b)/2", r"$\frac{a+b}{2}$"),
        ("n/(n-1)", r"\frac{n}{n-1}"),
        ("1/sqrt(d_k)", r"$\frac{1}{\sqrt{d_k}}$"),
        ("√d", r"\sqrt{d}"),
        ("log n", r"\log n"),
        ("<=", "≤"),
        ("3x3", r"$3\times 3$"),
        ("3×3", "3x3"),
        ("2*x", "2x"),
        ("gamma, beta", r"$\gamma$, $\beta$"),
    ],
)
def test_what_says_the_same_is_right(typed: str, accepted: str) -> None:
    assert mark_cloze(typed, [accepted]) == Marked(Note.RIGHT)


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("sofmax", "softmax"),
        ("sigmiod", "sigmoid"),
        ("overfiting", "overfitting"),
        ("batch normalisaton", "batch normalization"),
        ("Momentun", "momentum"),
    ],
)
def test_a_slip_in_a_longer_word_is_almost_right(typed: str, accepted: str) -> None:
    assert mark_cloze(typed, [accepted]) == Marked(Note.ALMOST)


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("main", "mean"),  # too short for a slip
        ("L2", "L1"),
        ("Type I", "Type II"),
        ("3", "4"),
        ("100001", "100000"),
        ("-1", "1"),
        ("e^x", "$e^{-x}$"),
        ("n1", "n-1"),
        ("1/n-1", r"$\frac{1}{n-1}$"),
        ("106", "10^6"),
        ("supervised", "unsupervised"),
        ("symmetric", "asymmetric"),
        ("convolution", "deconvolution"),
        ("underfitting", "overfitting"),
        ("intra-class", "inter-class"),
        ("intra-cluster distance", "inter-cluster distance"),
        ("macro-average", "micro-average"),
        ("increase", "decrease"),
        ("minimum", "maximum"),
        ("argmin", "argmax"),
        ("encoder", "decoder"),
        ("norm batch", "batch norm"),
        ("梯度消逝", "梯度消失"),
        ("precision recall", "precision"),
    ],
)
def test_another_word_is_no_slip(typed: str, accepted: str) -> None:
    assert mark_cloze(typed, [accepted]) == Marked(Note.WRONG)


def test_any_accepted_wording_will_do_and_being_right_beats_being_almost_right() -> None:
    assert mark_cloze("均值", ["mean", "均值"]).right
    assert mark_cloze("sigmoids", ["sigmoid", "sigmoids"]) == Marked(Note.RIGHT)


@pytest.mark.parametrize("typed", ["", "  ", "。", "$$"])
def test_nothing_typed_is_nothing_known(typed: str) -> None:
    assert mark_cloze(typed, ["mean"]) == Marked(Note.EMPTY)


@given(st.text(max_size=40))
def test_any_text_is_marked_and_says_what_itself_says(text: str) -> None:
    marked = mark_cloze(text, [text])
    assert marked.note is (Note.RIGHT if essence(text) else Note.EMPTY)


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [("ab", "ba", 1), ("kitten", "sitting", 3), ("", "", 0), ("abc", "abc", 0), ("ca", "abc", 3)],
)
def test_the_distance_counts_swapped_neighbours_once(a: str, b: str, edits: int) -> None:
    assert distance(a, b, 9) == distance(b, a, 9) == edits
    assert distance(a, b, 0) == min(edits, 1)
