"""What `quizml deck list` and `quizml deck show` print."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from quizml.decks.own import deck_name
from quizml.model.cards import Card, Cloze, Code, Numeric
from quizml.model.heads import CardId, Head
from quizml.model.text import Text

if TYPE_CHECKING:
    from quizml.cli.context import Context
    from quizml.decks.library import Library, LoadedDeck

WIDE = 110
"""Columns from which a terminal shows the whole table."""
SPARED = ("difficulty", "importance")


def list_all(world: "Context", *, as_json: bool) -> None:
    """Every deck: name, title, cards, kinds. Broken ones last, on standard error."""
    library = world.library()
    if as_json:
        _print_json([_deck_out(deck) for deck in library.decks])
    else:
        rows = [
            (deck.name, _said(world, deck.info.title), str(len(deck.heads)), kinds(deck.heads))
            for deck in library.decks
        ]
        _table(world, ("deck", "title", "cards", "kinds"), rows)
    for line in broken(library):
        typer.echo(line, err=True)


def broken(library: "Library") -> list[str]:
    """A line for each deck that could not be loaded."""
    counts = Counter(problem.path for problem in library.problems)
    return [
        f"broken: {path}: {count} {'fault' if count == 1 else 'faults'}; see `quizml deck check "
        f"{deck_name(path)}`"
        for path, count in counts.items()
    ]


def show_deck(world: "Context", name: str, *, as_json: bool) -> None:
    """The cards of a deck."""
    library = world.library().find([name])
    if as_json:
        _print_json([_deck_out(deck) | {"heads": _heads_out(deck)} for deck in library.decks])
        return
    for deck in library.decks:
        typer.echo(f"{deck.name}: {_said(world, deck.info.title)}")
        if deck.info.description:
            typer.echo(_said(world, deck.info.description))
        typer.echo(f"{len(deck.heads)} cards ({kinds(deck.heads)}), {deck.path}\n")
        _table(world, ("card", "kind", "difficulty", "importance", "question"), _rows(world, deck))


def _rows(world: "Context", deck: "LoadedDeck") -> list[tuple[str, ...]]:
    return [
        (h.id, h.kind.value, h.difficulty.value, str(h.importance), question(world, deck, i))
        for i, h in enumerate(deck.heads)
    ]


def question(world: "Context", deck: "LoadedDeck", position: int) -> str:
    """The first line of what a card asks."""
    card = deck.body(position)
    if isinstance(card, Cloze):
        from quizml.decks.cloze import asked  # noqa: PLC0415 - only where there are such cards

        return asked(_said(world, card.text), card.number).split("\n", 1)[0]
    return _said(world, card.question).split("\n", 1)[0]


def show_card(world: "Context", id_: str, *, as_json: bool) -> None:
    """One card whole; for a cloze note, all of its cards."""
    library = world.library()
    ids = [head.id for head in library.heads() if head.note == id_] or [CardId(id_)]
    library.deck(id_.partition("/")[0])  # a deck that is broken, or not there, says so
    cards = [library.card(one) for one in ids]
    if as_json:
        _print_json([_card_out(card) for card in cards])
        return
    typer.echo("\n\n".join(shown(world, card) for card in cards), nl=False)


def shown(world: "Context", card: Card) -> str:
    """A card as a session shows it: revealed, save for a coding card."""
    import random  # noqa: PLC0415 - only some cards draw numbers

    from quizml.decks.expressions import draw  # noqa: PLC0415
    from quizml.ui import plain  # noqa: PLC0415
    from quizml.ui.showing import Phase, Showing  # noqa: PLC0415

    rng = random.Random(card.id)
    drawn = draw(card, rng) if isinstance(card, Numeric) else None
    display = world.settings.language
    showing = Showing(card=card, display=display, phase=Phase.REVEALED, drawn=drawn)
    head = card.head
    about = f"{head.kind}, {head.difficulty}, importance {head.importance}, topic {head.topic}"
    lines = [f"{head.id} ({about})", "", plain.question(showing).rstrip("\n")]
    if not isinstance(card, Code):  # what answers a coding card stays hidden
        lines.append(plain.answer(showing).rstrip("\n"))
    if head.tags:
        lines += ["", f"tags: {', '.join(head.tags)}"]
    return "\n".join(lines) + "\n"


def kinds(heads: Iterable[Head]) -> str:
    """How many cards of each kind."""
    counts = Counter(head.kind.value for head in heads)
    return ", ".join(f"{count} {kind}" for kind, count in counts.most_common())


def _said(world: "Context", text: Text) -> str:
    return text.said(world.settings.language.languages[0])


def _deck_out(deck: "LoadedDeck") -> dict[str, Any]:
    return {
        "name": deck.name,
        "title": asdict(deck.info.title),
        "description": asdict(deck.info.description),
        "path": str(deck.path),
        "shipped": deck.shipped,
        "cards": len(deck.heads),
        "kinds": Counter(head.kind.value for head in deck.heads),
    }


def _heads_out(deck: "LoadedDeck") -> list[dict[str, Any]]:
    return [head._asdict() for head in deck.heads]


def _card_out(card: Card) -> dict[str, Any]:
    fields = asdict(card)
    del fields["head"]
    return card.head._asdict() | fields


def _print_json(plain: Any) -> None:
    typer.echo(json.dumps(plain, indent=2, ensure_ascii=False))


def _table(world: "Context", names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    console = world.console()
    if not console.is_terminal:
        for row in rows:
            typer.echo("\t".join(row))
        return
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text as Cell  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    shown = [i for i, name in enumerate(names) if console.width >= WIDE or name not in SPARED]
    for i in shown:
        right = names[i] in ("cards", "importance")
        table.add_column(names[i], justify="right" if right else "left", no_wrap=i == 0)
    for row in rows:
        table.add_row(*(Cell(row[i]) for i in shown))
    console.print(table)
