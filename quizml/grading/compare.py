"""Whether an answer is right: shape, then kind, then NaN and infinities, then values. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from quizml.model.exercises import Closeness, Returns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Array = NDArray[Any]

KINDS = {Returns.FLOAT: "f", Returns.INTEGER: "iu", Returns.BOOLEAN: "b"}
NARROW = {2: Closeness(1e-2, 2e-3), 4: Closeness(1e-4, 1e-5)}
"""Bytes of the narrowest float that took part -> how near is still right."""


class Mismatch(NamedTuple):
    """What is wrong with an answer, in words."""

    message: str
    values_differ: bool = False
    """True if shape and kind were right."""


def as_array(value: Any, expected: Array) -> Array | str:
    """The answer as an array: lists and plain numbers count too. Otherwise, what it is instead."""
    if isinstance(value, np.ndarray):
        return value
    if value is None:
        return "None"
    if isinstance(value, str) or not isinstance(value, tuple | list | int | float):
        return f"a {type(value).__name__}"
    if not _numbers(value):  # a text among them would make each as wide as the longest
        return f"a {type(value).__name__} of something else than numbers"
    try:
        array = np.asarray(value)
    except ValueError:
        return f"a {type(value).__name__} of parts that do not fit together"
    if array.size == 0 or (expected.dtype.kind == "f" and array.dtype.kind in "iu"):
        array = array.astype(expected.dtype)  # a list does not say which kind it meant
    return array


def _numbers(value: Any) -> bool:
    if isinstance(value, tuple | list):
        return all(map(_numbers, value))
    return isinstance(value, int | float) or (
        isinstance(value, np.ndarray) and value.dtype.kind in "biuf"
    )


def closeness_for(asked: Closeness, given: Sequence[Array], got: Sequence[Array] = ()) -> Closeness:
    """The exercise's own, or wider where a narrow float took part.

    Half precision of the answer's own choosing does not count: it would excuse an error of 1 %.
    """
    widths = [array.dtype.itemsize for array in given if array.dtype.kind == "f"]
    widths += [max(array.dtype.itemsize, 4) for array in got if array.dtype.kind == "f"]
    narrow = NARROW.get(min(widths, default=8), asked)
    floor = max((_rounding(array) for array in given), default=0.0)
    return Closeness(max(asked.rtol, narrow.rtol), max(asked.atol, narrow.atol), floor)


def _rounding(array: Array) -> float:
    """What sums of such numbers may leave where they cancel to 0."""
    if array.dtype.kind not in "fiu":
        return 0.0
    finite = np.abs(array[np.isfinite(array)]).max(initial=0)
    epsilon = np.finfo(array.dtype if array.dtype.kind == "f" else np.float64).eps
    return float(finite) * 64 * float(epsilon)


def mismatch(expected: Array, got: Array, kind: Returns, near: Closeness) -> Mismatch | None:
    """None if `got` is right. Shapes must be equal: nothing is broadcast."""
    if got.shape != expected.shape:
        return Mismatch(f"shape {_shape(got)}, expected {_shape(expected)}")
    if got.dtype.kind not in KINDS[kind]:
        return Mismatch(f"{got.dtype} values, expected {kind} ones")
    wrong = ~close(expected, got, near)
    if not wrong.any():
        return None
    return Mismatch(_values(expected, got, wrong), values_differ=True)


def close(expected: Array, got: Array, near: Closeness) -> NDArray[np.bool_]:
    """Where `got` is right. NaN matches NaN alone, an infinity the same infinity alone."""
    if expected.dtype.kind in "biu":
        return np.asarray(expected == got)
    want, have = expected.astype(np.float64), got.astype(np.float64)
    finite = np.isfinite(want)
    scale = float(np.abs(want[finite]).max(initial=0.0))
    least = near.atol * scale if scale else near.floor
    bound = least + near.rtol * np.abs(np.where(finite, want, 0.0))
    with np.errstate(invalid="ignore"):
        near_enough = np.abs(have - want) <= bound
    same = (have == want) | (np.isnan(have) & np.isnan(want))
    return np.asarray(np.where(finite, near_enough, same))


def same_bytes(before: Array, after: Any) -> bool:
    """Whether an input came back as it went."""
    return (
        isinstance(after, np.ndarray)
        and after.shape == before.shape
        and after.dtype == before.dtype
        and after.tobytes() == before.tobytes()
    )


def _values(expected: Array, got: Array, wrong: NDArray[np.bool_]) -> str:
    with np.errstate(invalid="ignore", over="ignore"):
        off = np.abs(got.astype(np.float64) - expected.astype(np.float64))
    ranked = np.where(wrong, np.where(np.isnan(off), np.inf, off), -1.0)
    place = tuple(int(i) for i in np.unravel_index(int(ranked.argmax()), wrong.shape))
    how_far = off[place]
    distance = f" (off by {how_far:.3g})" if np.isfinite(how_far) else ""
    count = f"{np.count_nonzero(wrong):,} of {wrong.size:,} values"
    here = f"at [{', '.join(map(str, place))}]"
    return (
        f"{count} differ; worst {here}: expected {expected[place]:.6g}, "
        f"got {got[place]:.6g}{distance}"
    )


def _shape(array: Array) -> str:
    return f"({', '.join(map(str, array.shape))}{',' * (array.ndim == 1)})"
