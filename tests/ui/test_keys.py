import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizml.ui.keys import Decoder, Key

SEQUENCES = {
    b"a": [Key("a", "a")],
    b" ": [Key("space", " ")],
    "中é".encode(): [Key("中", "中"), Key("é", "é")],
    "👍🏽".encode(): [Key("👍", "👍"), Key("🏽", "🏽")],
    b"\r\n\t": [Key("enter"), Key("enter"), Key("tab")],
    b"\x7f\x08": [Key("backspace"), Key("backspace")],
    b"\x15\x17\x01\x04": [Key("ctrl-u"), Key("ctrl-w"), Key("ctrl-a"), Key("ctrl-d")],
    b"\x1b[A\x1b[B\x1b[C\x1b[D": [Key("up"), Key("down"), Key("right"), Key("left")],
    b"\x1bOA\x1bOH\x1bOF": [Key("up"), Key("home"), Key("end")],
    b"\x1b[5~\x1b[6~\x1b[3~": [Key("pgup"), Key("pgdn"), Key("delete")],
    b"\x1b[H\x1b[F\x1b[1~\x1b[4~": [Key("home"), Key("end"), Key("home"), Key("end")],
    b"\x1b[1;5C": [Key("right")],
    b"\x1b[200~a\x1b[A\n\xe4\xb8\xad\x1b[201~b": [Key("paste", "a\x1b[A\n中"), Key("b", "b")],
    b"\x1bb\x1b\x7f": [Key("alt-b"), Key("alt-backspace")],
    b"\x1b\x1b[A": [Key("esc"), Key("up")],
    b"\x1b[[A\x1b[15~\x1b[?1;2cq": [Key("q", "q")],
    b"\xff": [Key("\ufffd", "\ufffd")],
}


def decoded(*parts):
    decoder = Decoder()
    keys = [key for part in parts for key in decoder.feed(part)]
    return keys + decoder.flush()


@pytest.mark.parametrize(("data", "keys"), SEQUENCES.items())
def test_keys(data, keys):
    assert decoded(data) == keys


@pytest.mark.parametrize(("data", "keys"), SEQUENCES.items())
def test_wherever_the_bytes_are_split(data, keys):
    assert decoded(*(data[at : at + 1] for at in range(len(data)))) == keys
    for at in range(len(data)):
        assert decoded(data[:at], data[at:]) == keys


def test_a_lone_escape_waits_until_nothing_follows():
    decoder = Decoder()
    assert decoder.feed(b"\x1b") == []
    assert decoder.pending
    assert not decoder.sequence
    assert decoder.flush() == [Key("esc")]
    assert not decoder.pending


@given(st.binary(max_size=60))
def test_noise_neither_raises_nor_sticks(data):
    decoder = Decoder()
    decoder.feed(data)
    decoder.flush()
    assert not decoder.pending
    assert decoder.feed(b"q")[-1:] == [Key("q", "q")]
