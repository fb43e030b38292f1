"""`quizml deck add` without a source: a dialogue that writes one card into one of your decks."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from quizml.cli.asking import Asker
from quizml.cli.deck_add import own_file, shipped_file
from quizml.cli.deck_fields import Questions, one_of, slug, slugged
from quizml.decks.library import deck_files
from quizml.decks.own import deck_name
from quizml.decks.problems import BrokenDecks
from quizml.model.errors import BadInput
from quizml.model.heads import Kind
from quizml.model.text import Display, Language

if TYPE_CHECKING:
    from quizml.cli.context import Context
    from quizml.decks.parse import Parsed

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Deck:
    """Where the card goes."""

    path: Path
    before: "Parsed | None"
    """None for a deck that is yet to be made."""
    data: bytes = b""


def add_card(world: "Context", name: str | None) -> None:
    """Ask, show, ask again, write. Whatever interrupts it leaves everything as it was."""
    asker = Asker(interactive=world.interactive)
    try:
        deck = _deck(world, asker, name)
        text = _written(asker, deck)
        _write(world, asker, deck, text)
    except KeyboardInterrupt:
        typer.echo("\nNothing was written.", err=True)
        raise


def _deck(world: "Context", asker: Asker, name: str | None) -> Deck:
    def parse(answer: str) -> Deck:
        return _opened(world, slug(answer))

    if name is not None:
        return parse(name)
    mine = ", ".join(deck_name(file) for file in deck_files(world.deck_folder))
    typer.echo(f"Your decks: {mine}" if mine else "You have no deck of your own yet.")
    return asker.read("Deck, one of yours or a new name", parse)


def _opened(world: "Context", name: str) -> Deck:
    from quizml.decks.parse import parse  # noqa: PLC0415
    from quizml.references import EXERCISES  # noqa: PLC0415

    file = own_file(world, name)
    if file is None and shipped_file(world, name):
        raise BadInput(
            f"{name!r} is shipped with quizml; choose another name, or copy it to your decks "
            f"with `quizml deck edit {name}`"
        )
    if file is None:
        return Deck(world.deck_folder / f"{name}.yaml", None)
    data = file.read_bytes()
    parsed = parse(file, data, EXERCISES)
    if parsed.problems:
        raise BrokenDecks(parsed.problems)
    return Deck(file, parsed, data)


def _written(asker: Asker, deck: Deck) -> bytes:
    """The deck's text with the new card."""
    from quizml.decks import writing  # noqa: PLC0415
    from quizml.references import EXERCISES  # noqa: PLC0415

    chosen = asker.read("Languages: en, zh or both", one_of(list(Display)), "both")
    questions = Questions(asker, Display(chosen).languages, list(EXERCISES))
    title = questions.said("Title of the new deck") if deck.before is None else ""
    kind = Kind(asker.read(f"Kind: {', '.join(Kind)}", one_of(list(Kind)), "basic"))
    asked = questions.card(kind)
    taken = {note.slug for note in deck.before.notes} if deck.before else set()
    suggested = _suggested(asked, taken)
    id_ = asker.read("Id, which never changes", _free(taken), suggested)
    head = {"id": id_} | ({} if kind is Kind.BASIC else {"type": str(kind)})
    fields = head | questions.rest(id_) | asked
    typer.echo("\n" + writing.card(fields))
    if deck.before is None or deck.before.source is None:
        return writing.deck(title, [fields]).encode()
    text = writing.appended(deck.before.source, fields).encode()
    return BOM + text if deck.data.startswith(BOM) else text


def _suggested(asked: dict[str, Any], taken: set[str]) -> str:
    said = asked.get("question") or asked.get("text") or {}
    suggested = slugged(said.get(Language.EN.value, "")) if isinstance(said, dict) else ""
    return "" if suggested in taken else suggested


def _free(taken: set[str]) -> Callable[[str], str]:
    def parse(answer: str) -> str:
        if answer in taken:
            raise BadInput(f"{answer!r} is a card of this deck already")
        return slug(answer)

    return parse


def _write(world: "Context", asker: Asker, deck: Deck, data: bytes) -> None:
    from quizml.cli.deck_edit import Draft, edit_draft  # noqa: PLC0415
    from quizml.decks.files import write  # noqa: PLC0415
    from quizml.decks.parse import parse  # noqa: PLC0415
    from quizml.references import EXERCISES  # noqa: PLC0415

    parsed = parse(deck.path, data, EXERCISES)
    if parsed.problems:
        if not asker.interactive:
            raise BrokenDecks(parsed.problems)
        for problem in parsed.problems:
            typer.echo(str(problem), err=True)
        if not asker.yes("Mend it in your editor?", default=True):
            typer.echo("Nothing was written.")
            return
        draft = Draft(deck.path, deck.data, new=deck.before is None)
        edit_draft(world, draft, parsed.problems[0].line, text=data)
        return
    before = deck.before.cards if deck.before else ()
    if parsed.cards[: len(before)] != before:
        raise BadInput(
            f"{deck.path}: this deck is laid out so that a card cannot simply be added; "
            f"nothing was written: use `quizml deck edit {deck.path.stem}`"
        )
    _show(world, parsed, len(before))
    if not asker.yes(f"Write it to {deck.path}?", default=True):
        typer.echo("Nothing was written.")
        return
    if (deck.path.read_bytes() if deck.path.exists() else b"") != deck.data:
        raise BadInput(f"{deck.path} was changed meanwhile; nothing was written")
    write(deck.path, data)
    typer.echo(f"Added {', '.join(card.id for card in parsed.cards[len(before) :])}")


def _show(world: "Context", parsed: "Parsed", start: int) -> None:
    from quizml.cli.deck_show import shown  # noqa: PLC0415

    typer.echo("\n".join(shown(world, card) for card in parsed.cards[start:]))
