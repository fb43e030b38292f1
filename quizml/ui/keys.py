"""Keys: from the bytes that a terminal sends to what was pressed."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A key by its name: a character, `up`, `enter`, `ctrl-u`, `alt-b`, `paste`, `resize`, …."""

    name: str
    text: str = ""
    """What it types: a character, or all that was pasted."""


RESIZE = Key("resize")
"""The window has a new size, or the program comes back after Ctrl-Z: draw anew."""
EOF = Key("eof")
"""There will be no more keys."""

_CONTROL = {
    "\r": "enter",
    "\n": "enter",
    "\t": "tab",
    "\x7f": "backspace",
    "\x08": "backspace",
    "\x00": "ctrl-space",
}
_FINAL = {
    "A": "up",
    "B": "down",
    "C": "right",
    "D": "left",
    "H": "home",
    "F": "end",
    "M": "enter",
    "Z": "shift-tab",
}
_NUMBERED = {
    "1": "home",
    "3": "delete",
    "4": "end",
    "5": "pgup",
    "6": "pgdn",
    "7": "home",
    "8": "end",
}
_SEQUENCE = re.compile(r"\x1b(?:\[\[.|\[([0-9;:<=>?]*)[ -/]*([@-Z\\^-~])|O(.))", re.DOTALL)
_UNFINISHED = re.compile(r"\x1b(?:\[\[?[0-9;:<=>? -/]{0,64}|O)?")
_PASTE_END = "\x1b[201~"
PASTE_LIMIT = 10_000
"""Characters kept of one paste."""


class Decoder:
    """Turns bytes into keys, however they are split between reads."""

    def __init__(self) -> None:
        self._utf8 = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._rest = ""
        self._paste: str | None = None

    @property
    def pending(self) -> bool:
        """Whether an escape sequence, or a lone Escape, waits for its end."""
        return bool(self._rest)

    @property
    def sequence(self) -> bool:
        """Whether more than a lone Escape waits: then the rest is surely on its way."""
        return len(self._rest) > 1 or self._paste is not None

    def feed(self, data: bytes) -> list[Key]:
        """The keys complete with these bytes."""
        self._rest += self._utf8.decode(data)
        return list(self._keys())

    def flush(self) -> list[Key]:
        """The keys there are if nothing follows: a lone Escape is the Escape key."""
        if self._paste is not None:
            pasted, self._paste, self._rest = self._paste + self._rest, None, ""
            return [_pasted(pasted)]
        rest, self._rest = self._rest, ""
        if not rest:
            return []
        return [Key("esc")] if rest == "\x1b" else [Key(f"alt-{rest[1]}")]

    def _keys(self) -> Iterator[Key]:
        while self._rest:
            if self._paste is not None:
                if (key := self._pasting()) is None:
                    return
                yield key
            elif self._rest[0] != "\x1b":
                char, self._rest = self._rest[0], self._rest[1:]
                yield _plain(char)
            elif found := _SEQUENCE.match(self._rest):
                self._rest = self._rest[found.end() :]
                if found[1] == "200" and found[2] == "~":
                    self._paste = ""
                elif key := _sequence(found):
                    yield key
            elif _UNFINISHED.fullmatch(self._rest):
                return
            else:
                yield from self._escaped()

    def _escaped(self) -> Iterator[Key]:
        """An Escape that begins no sequence: the key itself, or Alt and a character."""
        after = self._rest[1]
        if after == "\x1b" or after in "[O":
            self._rest = self._rest[1:] if after == "\x1b" else self._rest[2:]
            yield Key("esc")
        else:
            self._rest = self._rest[2:]
            yield Key(f"alt-{_plain(after).name}")

    def _pasting(self) -> Key | None:
        inside, closed, after = self._rest.partition(_PASTE_END)
        if closed:
            pasted, self._paste, self._rest = (self._paste or "") + inside, None, after
            return _pasted(pasted)
        keep = max((n for n in range(1, 6) if inside.endswith(_PASTE_END[:n])), default=0)
        self._paste = (self._paste or "") + inside[: len(inside) - keep]
        self._rest = inside[len(inside) - keep :]
        return None


def _pasted(text: str) -> Key:
    return Key("paste", text[:PASTE_LIMIT])


def _plain(char: str) -> Key:
    if char in _CONTROL:
        return Key(_CONTROL[char])
    if char < " ":
        return Key(f"ctrl-{chr(ord(char) + 96)}")
    if char == " ":
        return Key("space", " ")
    return Key(char, char)


def _sequence(found: re.Match[str]) -> Key | None:
    """A key for a whole sequence; None for one that we do not use."""
    if found[3]:
        name = _FINAL.get(found[3])
    elif found[2] == "~":
        name = _NUMBERED.get((found[1] or "").partition(";")[0])
    else:
        name = _FINAL.get(found[2] or "") if found[2] != "M" else None
    return Key(name) if name else None
