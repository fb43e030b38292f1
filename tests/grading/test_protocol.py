"""The bytes between parent and child."""

import struct
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from quizml.grading.protocol import DTYPES, Malformed, Unspeakable, pack, unpack

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner),
    max_leaves=8,
)
KINDS = st.sampled_from([np.dtype(name) for name in DTYPES if name[1] != "c"])


@given(PLAIN)
def test_plain_values_come_back_as_they_went(value):
    assert unpack(pack(value)) == value


@given(arrays.arrays(KINDS, arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)))
def test_arrays_come_back_with_shape_and_dtype(value):
    back = unpack(pack(value))
    assert (back.shape, back.dtype) == (value.shape, value.dtype)
    assert back.tobytes() == value.tobytes()
    assert back.flags.writeable


@given(st.binary(max_size=200))
def test_any_bytes_are_a_value_or_malformed(data):
    with suppress(Malformed, ValueError):
        unpack(data)


def array_bytes(code, *shape, data=b""):
    return b"A" + struct.pack(f"<BB{len(shape)}Q", code, len(shape), *shape) + data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Z",
        b"I\0\0",
        b"S" + struct.pack("<Q", 2**62),
        b"T" + struct.pack("<Q", 2**62),
        array_bytes(11, 2**40, 2**40),
        array_bytes(11, 2**32, 2**32),  # 2**64 * 8 overflows to 0 in 64 bits
        array_bytes(200, 1),
        b"A\x0b\xff",
        b"N" + b"N",
        b"T\x01\0\0\0\0\0\0\0" * 30 + b"N",
    ],
)
def test_lengths_that_lie_are_found_before_anything_is_allocated(data):
    with pytest.raises(Malformed):
        unpack(data)


def test_a_bool_of_another_bit_pattern_becomes_a_bool():
    (value,) = unpack(array_bytes(0, 1, data=b"\x07"))
    assert value.tobytes() == b"\x01"


def test_layout_and_subclass_do_not_reach_the_wire():
    class Mine(np.ndarray):
        pass

    values = np.arange(6.0).reshape(2, 3)
    for odd in (values.T, values[:, ::-1], values.view(Mine), values.astype(">f8")):
        back = unpack(pack(odd))
        assert type(back) is np.ndarray
        np.testing.assert_array_equal(back, np.asarray(odd))


@pytest.mark.parametrize("value", [{}, object(), 2**64, np.array([None]), np.array(["a"]), b"x"])
def test_what_has_no_form_is_said_to_have_none(value):
    with pytest.raises(Unspeakable):
        pack(value)
