"""What a failure tells: a likely cause, a small case, harmless text."""

import copy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml import references
from quizml.grading.answers import from_reference
from quizml.grading.causes import likely_cause
from quizml.grading.escape import escaped
from quizml.grading.judge import Finding
from quizml.grading.shown import shown, shown_call
from quizml.grading.shrink import smallest
from quizml.model.exercises import Closeness
from quizml.model.verdicts import Verdict

NEAR = Closeness()


def cause(name, arguments, got):
    hidden = references.load(name)
    expected = from_reference(hidden.exercise, hidden.solve(**copy.deepcopy(arguments)))
    got = from_reference(hidden.exercise, got)
    return likely_cause(hidden, arguments, expected, got, NEAR)


@pytest.mark.parametrize("name", sorted(references.EXERCISES))
def test_every_suspect_is_recognised_somewhere(name):
    hidden = references.load(name)
    for suspect in hidden.suspects:
        causes = set()
        for case in hidden.cases(5):
            with np.errstate(all="ignore"):
                try:
                    got = suspect.answer(**copy.deepcopy(case.arguments))
                except (ArithmeticError, LookupError, TypeError, ValueError):
                    continue
            causes.add(cause(name, case.arguments, got))
        assert suspect.cause in causes, (name, suspect.cause)


X = {"x": np.arange(6.0).reshape(2, 3) / 7}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda y: y.T, "transposed"),
        (lambda y: y[:, ::-1], "backwards along axis 1"),
        (lambda y: y[None], "axis of length 1"),
        (lambda y: y * 3, "every value is 3 times"),
        (lambda y: np.where(y > 0.3, np.nan, y), "NaN where there is a number"),
        (lambda y: np.rint(y).astype(int), "integers"),
        (lambda y: y + np.arange(6).reshape(2, 3), ""),
    ],
)
def test_general_causes(spoil, words):
    found = cause("softmax", X, spoil(references.load("softmax").solve(**X)))
    assert words in found if words else not found


def test_a_failing_case_shrinks_to_its_smallest_size():
    hidden = references.load("softmax")
    family = hidden.families[1]
    big = hidden.case(family, (1, 1, 0), 4)
    first = Finding(big, Verdict.WRONG, "wrong")

    def ask(case):
        return Finding(case, Verdict.WRONG, "wrong") if case.arguments["x"].shape[1] >= 4 else None

    found = smallest(hidden, first, ask)
    assert found.case.arguments["x"].shape == (2, 4)
    rounded = found.case.arguments["x"]
    np.testing.assert_array_equal(rounded, np.round(rounded, 2))


def test_shrinking_never_changes_the_sort_of_failure():
    hidden = references.load("softmax")
    first = Finding(hidden.case(hidden.families[0], (1,), 4), Verdict.WRONG, "wrong")
    found = smallest(hidden, first, lambda case: Finding(case, Verdict.RAISED, "raised"))
    assert found is first


def test_a_process_that_ended_is_not_asked_again():
    hidden = references.load("softmax")
    first = Finding(hidden.case(hidden.families[0], (1,), 4), Verdict.TIMEOUT, "slow", final=True)
    assert smallest(hidden, first, lambda case: pytest.fail("asked")) is first


@given(st.text())
def test_escaped_text_has_nothing_that_moves_a_cursor(text):
    assert all(c == "\n" or c.isprintable() for c in escaped(text))


def test_escaped_text_is_cut():
    assert len(escaped("\x1b" * 10_000, 100)) < 120
    assert escaped("中文 a\tb") == "中文 a    b"


def test_a_value_is_shown_so_that_it_can_be_pasted():
    value = np.array([[1.5, -2.0], [0.0, np.nan]])
    again = eval(shown(value), {"array": np.array, "nan": np.nan})
    np.testing.assert_array_equal(again, value)
    assert "dtype=float32" in shown(np.zeros(1, np.float32))
    assert "shape (0, 4)" in shown(np.zeros((0, 4)))
    assert len(shown(np.random.default_rng(0).normal(size=(50, 50, 50)))) < 1500
    assert shown_call({"x": np.array([1, 2]), "axis": 0}) == "x = array([1, 2])\naxis = 0"
