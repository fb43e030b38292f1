"""The parse cache: one file a deck, named by what the deck holds, so it is never out of date.

First line: what the deck is, and all heads. Then one line a card, read when the card is shown.
"""

import contextlib
import json
import os
from collections.abc import Container, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizml.decks.heads import head_out, heads_in, info_in, info_out
from quizml.model.heads import DeckInfo, Head

if TYPE_CHECKING:
    from quizml.model.cards import Card

FORMAT = 1
"""Counts up when what is cached changes, here or in the model."""

KEPT = 3
"""Files of decks with one name that stay: several folders may hold a deck of that name."""


class Cached(NamedTuple):
    """A deck as the cache knows it; `offsets` say where each card's line begins."""

    file: Path
    info: DeckInfo
    heads: tuple[Head, ...]
    offsets: tuple[int, ...]

    def card(self, position: int) -> "Card":
        """One card; raises OSError, ValueError, TypeError or KeyError if the file was disturbed."""
        from quizml.decks.codec import card_in  # noqa: PLC0415 - not for every start

        with self.file.open("rb") as file:
            file.seek(self.offsets[position])
            return card_in(self.heads[position], json.loads(file.readline()))


def file_for(folder: Path, name: str, data: bytes) -> Path:
    """Where the parse of a deck called `name` that holds `data` is kept."""
    digest = blake2b(data, digest_size=16, person=b"quizml-deck").hexdigest()
    return folder / f"{name}.{FORMAT}-{digest}.jsonl"


def read(file: Path, exercises: Container[str]) -> Cached | None:
    """The cached deck; None if it is not there, damaged, or names an exercise that is gone."""
    try:
        with file.open("rb") as lines:
            first = lines.readline()
            header = json.loads(first)
            if not all(exercise in exercises for exercise in header["exercises"]):
                return None
            info = info_in(header["info"])
            heads = heads_in(info.name, header["heads"])
            offsets = tuple(len(first) + offset for offset in header["offsets"])
            whole = os.fstat(lines.fileno()).st_size == len(first) + header["size"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return Cached(file, info, heads, offsets) if whole and len(heads) == len(offsets) else None


def write(file: Path, info: DeckInfo, cards: Sequence["Card"]) -> None:
    """Keep a parse. A cache that cannot be written costs time, nothing else."""
    from quizml.decks.codec import card_out  # noqa: PLC0415 - not for every start
    from quizml.model.cards import Code  # noqa: PLC0415

    bodies = [_line(card_out(card)) for card in cards]
    offsets, size = [], 0
    for body in bodies:
        offsets.append(size)
        size += len(body)
    header = {
        "info": info_out(info),
        "heads": [head_out(card.head) for card in cards],
        "exercises": sorted({card.exercise for card in cards if isinstance(card, Code)}),
        "offsets": offsets,
        "size": size,
    }
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_line(header) + b"".join(bodies))
        draft.replace(file)
        _sweep(file)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()


def _line(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _sweep(file: Path) -> None:
    """Remove what an older format or an older text of this deck has left behind."""
    name = file.name.partition(".")[0]
    mine = f"{name}.{FORMAT}-"
    same = []
    for other in file.parent.glob(f"{name}.*.jsonl"):
        if other.name.startswith(mine):
            same.append((other.stat().st_mtime_ns, other))
        else:
            other.unlink()
    for _, old in sorted(same, reverse=True)[KEPT:]:
        old.unlink()
