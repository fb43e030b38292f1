"""The bytes between the grader and its child: tagged values, and frames that hold one.

Neither side trusts the other's lengths: each is compared with what is there before anything is
allocated. There is no way to name a class or to run code. The child gets this text as its own, so
only the standard library is imported at the top.
"""

import struct
from typing import Any

NONCE_BYTES = 16
HEAD = struct.Struct("<16scQ")
"""Nonce of the exchange, kind of frame, length of the body."""
NOTE = struct.Struct("<cqq")
"""Between the grader and the zygote, which is trusted: kind, and two numbers."""

DTYPES = (
    *("|b1", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8"),
    *("<f2", "<f4", "<f8", "<c8", "<c16"),
)
"""A place in this list is a byte on the wire."""
MAX_DIMENSIONS = 16
MAX_DEPTH = 8


class Malformed(Exception):
    """The bytes are not what this format allows."""


class Unspeakable(Exception):
    """A value has no form here; the message says what it is."""


def pack(value: Any, depth: int = 0) -> bytes:  # noqa: PLR0911 - a line for each kind
    """The bytes of None, a bool, int, float, str, an array, or a tuple or list of such.

    A NumPy generator goes as the seed that `default_rng` made it from: it has to be fresh.
    """
    if depth > MAX_DEPTH:
        raise Unspeakable("values nested too deeply")
    match value:
        case None:
            return b"N"
        case bool():
            return b"B" + bytes([value])
        case int() if -(2**63) <= value < 2**63:
            return b"I" + struct.pack("<q", value)
        case int():
            raise Unspeakable("an int of more than 64 bits")
        case float():
            return b"F" + struct.pack("<d", value)
        case str():
            text = value.encode("utf-8", "replace")
            return b"S" + struct.pack("<Q", len(text)) + text
        case tuple() | list():
            items = [pack(item, depth + 1) for item in value]
            tag = b"T" if isinstance(value, tuple) else b"L"
            return tag + struct.pack("<Q", len(items)) + b"".join(items)
    if type(value).__name__ == "Generator":
        return b"G" + struct.pack("<Q", value.bit_generator.seed_seq.entropy)
    return _pack_array(value)


def _pack_array(value: Any) -> bytes:
    import numpy as np  # noqa: PLC0415 - the child imports it behind its fence

    if not isinstance(value, np.ndarray | np.generic):
        raise Unspeakable(f"a value of type {type(value).__name__}")
    if value.ndim > MAX_DIMENSIONS:
        raise Unspeakable(f"an array of {value.ndim} dimensions")
    plain = np.array(value, copy=True, order="C", subok=False)
    plain = plain.astype(plain.dtype.newbyteorder("<"), copy=False)
    if plain.dtype.str not in DTYPES:
        raise Unspeakable(f"an array of dtype {plain.dtype}")
    head = struct.pack("<BB", DTYPES.index(plain.dtype.str), plain.ndim)
    return b"A" + head + struct.pack(f"<{plain.ndim}Q", *plain.shape) + plain.tobytes()


def unpack(data: bytes) -> Any:
    """The value that `data` holds, all of it."""
    value, end = _unpack(memoryview(data), 0, 0)
    if end != len(data):
        raise Malformed("bytes left over")
    return value


def _take(data: memoryview, at: int, layout: str) -> tuple[tuple[Any, ...], int]:
    end = at + struct.calcsize(layout)
    if end > len(data):
        raise Malformed("cut short")
    return struct.unpack_from(layout, data, at), end


def _unpack(data: memoryview, at: int, depth: int) -> tuple[Any, int]:
    if depth > MAX_DEPTH + 1:
        raise Malformed("nested too deeply")
    (tag,), at = _take(data, at, "<c")
    match tag:
        case b"N":
            return None, at
        case b"B" | b"I" | b"F":
            (value,), at = _take(data, at, {b"B": "<?", b"I": "<q", b"F": "<d"}[tag])
            return value, at
        case b"S":
            (size,), at = _take(data, at, "<Q")
            if size > len(data) - at:
                raise Malformed("a text longer than its frame")
            return bytes(data[at : at + size]).decode("utf-8", "replace"), at + size
        case b"T" | b"L":
            return _unpack_items(data, at, depth, tag)
        case b"A":
            return _unpack_array(data, at)
        case b"G":
            (seed,), at = _take(data, at, "<Q")
            return _generator(seed), at
    raise Malformed("an unknown tag")


def _generator(seed: int) -> Any:
    from numpy.random import default_rng  # noqa: PLC0415 - few exercises ask for chance

    return default_rng(seed)


def _unpack_items(data: memoryview, at: int, depth: int, tag: bytes) -> tuple[Any, int]:
    (count,), at = _take(data, at, "<Q")
    if count > len(data) - at:
        raise Malformed("more items than bytes")
    items = []
    for _ in range(count):
        item, at = _unpack(data, at, depth + 1)
        items.append(item)
    return (tuple(items) if tag == b"T" else items), at


def _unpack_array(data: memoryview, at: int) -> tuple[Any, int]:
    import numpy as np  # noqa: PLC0415 - as above

    (code, dimensions), at = _take(data, at, "<BB")
    if code >= len(DTYPES) or dimensions > MAX_DIMENSIONS:
        raise Malformed("no such array")
    shape, at = _take(data, at, f"<{dimensions}Q")
    dtype = np.dtype(DTYPES[code])
    size = dtype.itemsize
    for length in shape:  # in Python's integers: nothing overflows
        size *= length
    if size > len(data) - at or any(length > 2**62 for length in shape):
        raise Malformed("an array larger than its frame")
    raw = np.frombuffer(data[at : at + size], dtype=np.uint8)
    if dtype.kind == "b":
        raw = (raw != 0).view(np.uint8)  # a bool of another bit pattern is no bool
    return raw.copy().view(dtype).reshape(shape), at + size


def frame(nonce: bytes, kind: bytes, body: bytes) -> bytes:
    """One message, ready to be written."""
    return HEAD.pack(nonce, kind, len(body)) + body
