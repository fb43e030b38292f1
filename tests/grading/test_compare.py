"""When an answer is right, and what is said when it is not."""

import numpy as np
import pytest

from quizml.grading.compare import as_array, closeness_for, mismatch, same_bytes
from quizml.model.exercises import Closeness, Returns

NEAR = Closeness()


def wrong(expected, got, kind=Returns.FLOAT, near=NEAR):
    found = mismatch(np.asarray(expected), np.asarray(got), kind, near)
    return found.message if found else ""


def test_equal_arrays_are_right():
    assert not wrong([1.0, np.nan, np.inf, -np.inf], [1.0, np.nan, np.inf, -np.inf])


def test_shapes_are_not_broadcast():
    assert wrong(np.zeros((2, 3)), np.zeros(3)) == "shape (3,), expected (2, 3)"
    assert wrong(np.zeros((2, 3)), 0.0) == "shape (), expected (2, 3)"


def test_the_kind_decides_and_the_width_does_not():
    assert not wrong([1.0], np.array([1.0], np.float32))
    assert "int64" in wrong([1.0], np.array([1]))
    assert "float64" in wrong([1], np.array([1.0]), Returns.INTEGER)
    assert not wrong([1], np.array([1], np.uint8), Returns.INTEGER)
    assert wrong([1], np.array([True]), Returns.INTEGER)


@pytest.mark.parametrize("got", [np.nan, np.inf, -np.inf])
def test_nan_and_infinity_are_no_wildcards(got):
    assert wrong([1.0], [got])
    assert wrong([np.nan if got != got else -got], [1.0])
    assert wrong([np.inf], [-np.inf])


def test_small_numbers_are_told_apart():
    assert wrong([1e-9], [5e-9])
    assert wrong([1e-9], [0.0])
    assert not wrong([1e-9], [1e-9 * (1 + 1e-9)])


def test_rounding_beside_large_numbers_is_forgiven():
    assert not wrong([1e6, 0.0], [1e6, 1e-5])
    assert wrong([1.0, 0.0], [1.0, 1e-5])


def test_narrow_floats_are_given_room():
    single = closeness_for(NEAR, [np.zeros(1, np.float32), np.zeros(1)])
    assert not wrong([1.0], [1.00005], near=single)
    assert wrong([1.0], [1.00005], near=closeness_for(NEAR, [np.zeros(1), np.zeros(1, int)]))


def test_the_worst_element_is_named():
    message = wrong([[1.0, 2.0], [3.0, 4.0]], [[1.0, 2.5], [7.0, 4.0]])
    assert message == "2 of 4 values differ; worst at [1, 0]: expected 3, got 7 (off by 4)"


def test_nan_is_the_worst_of_all():
    assert "at [1]: expected 2, got nan" in wrong([1.0, 2.0], [9.0, np.nan])


def test_lists_and_numbers_count_as_arrays():
    expected = np.zeros(2)
    assert as_array([1, 2], expected).dtype == np.float64
    assert as_array([], np.zeros(0, int)).dtype == np.int64
    assert as_array((1.0, 2.0), expected).shape == (2,)


@pytest.mark.parametrize("value", [None, "text", [[1], [2, 3]], ["a"], [None], {}])
def test_what_is_no_array_is_named(value):
    assert isinstance(as_array(value, np.zeros(1)), str)


def test_an_input_is_the_same_only_if_all_of_it_is():
    x = np.array([1.0, np.nan])
    assert same_bytes(x, x.copy())
    assert not same_bytes(x, x.reshape(2, 1))
    assert not same_bytes(x, x.astype(np.float32))
    assert not same_bytes(np.array([0.0]), np.array([-0.0]))
    assert not same_bytes(x, None)


def test_what_cancels_to_0_may_be_off_by_rounding_and_by_no_more():
    near = closeness_for(NEAR, [np.array([0.5, -2.0])])
    assert not wrong([0.0, 0.0], [2.8e-17, 0.0], near=near)
    assert wrong([0.0, 0.0], [1e-12, 0.0], near=near)
    assert wrong([0.0, 0.0], [2.8e-17, 0.0], near=closeness_for(NEAR, [np.array([1e-12])]))
