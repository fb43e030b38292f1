"""A deck file -> its cards, or everything that is wrong with it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from quizml.decks import build
from quizml.decks.fields import CARDS, DECK, OF_KIND
from quizml.decks.own import deck_name, with_own
from quizml.decks.problems import DeckProblem, near
from quizml.decks.reader import PlacedText, Reader, named
from quizml.decks.records import Row
from quizml.decks.shapes import SLUG
from quizml.decks.source import Source, SourceError, read
from quizml.model.cards import Card
from quizml.model.heads import DeckInfo, Kind
from quizml.model.text import NOTHING


@dataclass(frozen=True, slots=True)
class Note:
    """What one entry of `cards` comes to; several cards for a cloze note."""

    slug: str
    node: Node
    cards: tuple[Card, ...]
    texts: tuple[PlacedText, ...]
    row: Row


@dataclass(frozen=True, slots=True)
class Parsed:
    """A deck as it stands in its file. With problems, `notes` are those that could be read."""

    path: Path
    info: DeckInfo
    notes: tuple[Note, ...] = ()
    texts: tuple[PlacedText, ...] = ()
    """Of the deck itself: title and description."""
    problems: tuple[DeckProblem, ...] = ()
    source: Source | None = None
    """None where the file is no YAML."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards, in order."""
        return tuple(card for note in self.notes for card in note.cards)


def parse(
    path: Path, data: bytes, exercises: Collection[str], *, name: str | None = None
) -> Parsed:
    """The deck in `data`; never raises, whatever the bytes. Its name is the file's, or `name`."""
    name = deck_name(path) if name is None else name
    info = DeckInfo(name, NOTHING)
    if not SLUG.fullmatch(name):
        message = f"a deck is called as its file, and {name!r} is no slug"
        slug = "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in name).split())
        hint = f"rename it to {slug.lower()}{path.suffix}" if slug else "use a-z, 0-9 and hyphens"
        return Parsed(path, info, problems=(DeckProblem(path, 1, 1, message, hint),))
    try:
        source = read(path, data)
    except SourceError as error:
        problem = DeckProblem(path, error.line, error.column, error.message, error.hint)
        return Parsed(path, info, problems=(problem,))
    return _Parser(source, name, with_own(path, exercises)).parsed()


@dataclass(slots=True)
class _Parser:
    source: Source
    deck: str
    exercises: Collection[str]
    reader: Reader = field(init=False)
    notes: list[Note] = field(default_factory=list)
    slugs: dict[str, Node] = field(default_factory=dict)
    position: int = 0

    def __post_init__(self) -> None:
        self.reader = Reader(self.source)

    def parsed(self) -> Parsed:
        row = DECK.row(self.source.root, self.reader)
        said = tuple(self.reader.texts)
        values = row.values if isinstance(row, Row) else {}
        for number, node in enumerate(values.get("cards", ()), 1):
            self.reader.subject = f"card {number}: "
            self._note(node)
            self.reader.subject = ""
        self._check_former()
        title, description = (values.get(name, NOTHING) for name in ("title", "description"))
        info = DeckInfo(self.deck, title, description)
        problems = tuple(sorted(self.reader.problems))
        return Parsed(self.source.path, info, tuple(self.notes), said, problems, self.source)

    def _note(self, node: Node) -> None:
        reader = self.reader
        reader.texts = []
        kind = self._kind(node)
        if kind is None:
            return
        before = len(reader.problems)
        row: Any = CARDS[kind].row(node, reader)
        if isinstance(row, Row):
            made: tuple[Card, ...] = ()
            if row.complete:
                made = build.cards(row, self.deck, self.position, reader, self.exercises)
            self._unique(row)
            self.position += len(made)
            sound = made if len(reader.problems) == before else ()
            self.notes.append(Note(row.get("id", ""), node, sound, tuple(reader.texts), row))

    def _kind(self, node: Node) -> Kind | None:
        """The kind that is written, BASIC if none is; None, and a problem, if there is no such."""
        pairs = node.value if isinstance(node, MappingNode) else []
        written = {k.value: v for k, v in pairs if isinstance(k, ScalarNode)}
        slug, kind = written.get("id"), written.get("type")
        if isinstance(slug, ScalarNode) and slug.value:
            self.reader.subject = f"card {slug.value!r}: "
        if kind is None:
            return Kind.BASIC
        if isinstance(kind, ScalarNode) and kind.value in tuple(Kind):
            return Kind(kind.value)
        hint = near(kind.value, OF_KIND) if isinstance(kind, ScalarNode) else ""
        message = f"'type' should be one of {', '.join(Kind)}, not {named(kind)}"
        self.reader.problem(kind, message, hint)
        return None

    def _unique(self, row: Row) -> None:
        slug = row.get("id")
        if slug is None:
            return
        if slug in self.slugs:
            first = self.slugs[slug].start_mark.line + 1
            self.reader.problem(row.nodes["id"], f"the id stands twice, first in line {first}")
        else:
            self.slugs[slug] = row.nodes["id"]

    def _check_former(self) -> None:
        """A former id is nobody's id now, and was one card's."""
        owners: dict[str, str] = {}
        for note in self.notes:
            self.reader.subject = f"card {note.slug!r}: "
            for former in note.row.get("was", ()):
                old = former if "/" in former else f"{self.deck}/{former}"
                at = note.row.nodes["was"]
                if old.removeprefix(f"{self.deck}/") in self.slugs:
                    self.reader.problem(at, f"was {former!r}, but a card of this deck still is")
                elif owners.setdefault(old, note.slug) != note.slug:
                    self.reader.problem(at, f"was {former!r}, but so was {owners[old]!r}")
        self.reader.subject = ""
