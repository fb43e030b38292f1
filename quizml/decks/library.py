"""All decks that can be studied: found, loaded, and looked up. Nothing here imports YAML.

A deck whose bytes were seen before comes from the parse cache; only a new or changed one is parsed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from quizml.decks import cache
from quizml.decks.own import deck_name, own_decks, with_own
from quizml.decks.problems import BrokenDecks, DeckProblem, near
from quizml.model.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path

    from quizml.model.cards import Card
    from quizml.model.heads import CardId, DeckInfo, Head

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Place:
    """Where decks are looked for; a later deck takes the place of an earlier one of its name."""

    shipped: Path | None = None
    own: Path | None = None
    extra: tuple[Path, ...] = ()
    """Deck files, or folders of them."""


@dataclass(frozen=True, slots=True)
class LoadedDeck:
    """A healthy deck."""

    info: DeckInfo
    path: Path
    shipped: bool
    heads: tuple[Head, ...]
    body: Callable[[int], Card] = field(repr=False, compare=False)
    """The card at a position."""

    @property
    def name(self) -> str:
        """The deck's name."""
        return self.info.name


class Library:
    """The decks, in order, and what is wrong with those that could not be read."""

    def __init__(
        self,
        decks: tuple[LoadedDeck, ...],
        problems: tuple[DeckProblem, ...],
        loading: _Loading,
    ) -> None:
        self.decks, self.problems, self._load = decks, problems, loading

    @cached_property
    def _heads(self) -> tuple[Head, ...]:
        return tuple(head for deck in self.decks for head in deck.heads)

    def heads(self) -> tuple[Head, ...]:
        """All cards without their texts, in deck order."""
        return self._heads

    @cached_property
    def _places(self) -> dict[CardId, tuple[LoadedDeck, int]]:
        return {head.id: (deck, i) for deck in self.decks for i, head in enumerate(deck.heads)}

    def card(self, id: CardId) -> Card:  # noqa: A002 - it is one
        """The whole card; raises BadInput if there is none of that id."""
        if id not in self._places:
            raise BadInput(f"no card is called {id!r}{self._near(id)}")
        deck, position = self._places[id]
        return deck.body(position)

    def _near(self, id_: str) -> str:
        """A card of the same deck whose slug is near, or else of any deck."""
        from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

        deck, _, slug = id_.partition("/")
        same = [known for known in self._places if known.startswith(f"{deck}/")]
        for known in (same, list(self._places)):
            slugs = {known_id.partition("/")[2]: known_id for known_id in known}
            close = get_close_matches(slug, slugs, 1, cutoff=0.7)
            if close:
                return f" (did you mean {slugs[close[0]]!r}?)"
        return ""

    def deck(self, name: str) -> LoadedDeck:
        """The healthy deck of that name; raises BadInput, or what is wrong with it."""
        for deck in self.decks:
            if deck.name == name:
                return deck
        broken = [problem for problem in self.problems if deck_name(problem.path) == name]
        if broken:
            raise BrokenDecks(broken)
        hint = near(name, [deck.name for deck in self.decks])
        ways = hint or "`quizml deck list` names them"
        raise BadInput(f"no deck is called {name!r} ({ways})")

    def find(self, names: Sequence[str]) -> Library:
        """The library of the named decks alone, in that order; a name may be a path.

        A faulty deck of a folder hides no other. Raises BadInput for an unknown name,
        BrokenDecks if no deck is healthy.
        """
        if not names:
            return self
        chosen: dict[str, LoadedDeck] = {}
        faults: list[DeckProblem] = []
        for name in names:
            decks, problems = self._named(name)
            chosen.update((deck.name, deck) for deck in decks)
            faults += problems
        if not chosen:
            raise BrokenDecks(faults)
        return Library(tuple(chosen.values()), tuple(faults), self._load)

    def _named(self, name: str) -> tuple[list[LoadedDeck], list[DeckProblem]]:
        if not is_path(name):
            return [self.deck(name)], []
        if name in self._places or name in {head.note for head in self._heads}:
            raise BadInput(f"{name!r} is a card; its deck is {name.partition('/')[0]!r}")
        return self._load.at(self._load.path(name))

    def renames(self) -> dict[CardId, CardId]:
        """Every identity that a card had before, and the one it has now."""
        alive = self._places
        return {old: head.id for head in self._heads for old in head.was if old not in alive}

    def vanished(self, reviewed: Iterable[CardId]) -> list[tuple[CardId, CardId | None]]:
        """Reviewed cards that no deck holds any more, each with its likeliest new name."""
        from quizml.decks.vanished import vanished  # noqa: PLC0415 - only `deck check` asks

        return vanished(reviewed, self._heads)


def is_path(name: str) -> bool:
    """Whether a deck is named by where it stands: it has a slash or a deck file's ending."""
    return "/" in name or "\\" in name or name.endswith(SUFFIXES) or name in {".", ".."}


def load(place: Place, cache_dir: Path, exercises: Collection[str]) -> Library:
    """Every deck at `place`. Faulty decks are in `problems`; only a missing extra path raises."""
    loading = _Loading(cache_dir, exercises)
    decks: dict[str, LoadedDeck] = {}
    problems: list[DeckProblem] = []
    folders = [(place.shipped, True), (place.own, False)]
    files = [(file, shipped) for folder, shipped in folders for file in deck_files(folder)]
    files += [(file, False) for path in place.extra for file in given_files(path)]
    beside: dict[tuple[Path, str], Path] = {}
    for file, shipped in files:
        first = beside.setdefault((file.parent, deck_name(file)), file)
        if first != file:
            problems.append(DeckProblem(file, 1, 1, f"{first.name} is a deck of the same name"))
            continue
        found = loading.deck(file, shipped=shipped)
        if isinstance(found, LoadedDeck):
            decks[found.name] = found
        else:
            problems += found
    return Library(tuple(decks.values()), tuple(problems), loading)


def deck_files(folder: Path | None) -> list[Path]:
    """The deck files of a folder, by name; none if there is no such folder."""
    if folder is None or not folder.is_dir():
        return []
    plain = (
        file
        for file in folder.iterdir()
        if file.suffix in SUFFIXES and not file.name.startswith(("_", ".")) and not file.is_dir()
    )
    return sorted([*plain, *own_decks(folder)])


def given_files(path: Path) -> list[Path]:
    """The deck files that a path given by the learner stands for; raises BadInput if none."""
    if path.is_dir():
        files = deck_files(path)
        if not files:
            raise BadInput(f"{path}: no deck in this folder (decks end in .yaml)")
        return files
    if not path.exists():
        siblings = deck_files(path.parent)
        hint = near(path.name, [file.name for file in siblings])
        raise BadInput(f"{path}: no such file" + (f" ({hint})" if hint else ""))
    return [path]


class _Loading:
    """How a deck file becomes a deck."""

    def __init__(self, cache_dir: Path, exercises: Collection[str]) -> None:
        self.cache_dir, self.exercises = cache_dir, exercises

    def path(self, name: str) -> Path:
        from pathlib import Path  # noqa: PLC0415 - for its type alone elsewhere

        return Path(name).expanduser()

    def at(self, path: Path) -> tuple[list[LoadedDeck], list[DeckProblem]]:
        found = [self.deck(file, shipped=False) for file in given_files(path)]
        healthy = [deck for deck in found if isinstance(deck, LoadedDeck)]
        faulty = [p for problems in found if not isinstance(problems, LoadedDeck) for p in problems]
        return healthy, faulty

    def deck(self, path: Path, *, shipped: bool) -> LoadedDeck | tuple[DeckProblem, ...]:
        try:
            data = path.read_bytes()
        except OSError as error:
            return (DeckProblem(path, 1, 1, f"cannot be read: {error.strerror}"),)
        file = cache.file_for(self.cache_dir, deck_name(path), data)
        cached = cache.read(file, with_own(path, self.exercises))
        if cached is None:
            return self._parsed(path, data, file, shipped=shipped)

        def body(position: int) -> Card:
            try:
                return cached.card(position)
            except (OSError, ValueError, TypeError, KeyError):
                return self._again(path, data, position)

        return LoadedDeck(cached.info, path, shipped, cached.heads, body)

    def _parsed(
        self, path: Path, data: bytes, file: Path, *, shipped: bool
    ) -> LoadedDeck | tuple[DeckProblem, ...]:
        from quizml.decks.parse import parse  # noqa: PLC0415 - a warm start does without YAML

        parsed = parse(path, data, self.exercises)
        if parsed.problems:
            return parsed.problems
        cards = parsed.cards
        cache.write(file, parsed.info, cards)
        heads = tuple(card.head for card in cards)
        return LoadedDeck(parsed.info, path, shipped, heads, cards.__getitem__)

    def _again(self, path: Path, data: bytes, position: int) -> Card:
        """The card straight from the deck: the cache was swept or damaged meanwhile."""
        from quizml.decks.parse import parse  # noqa: PLC0415 - only in that case

        return parse(path, data, self.exercises).cards[position]
