"""`quizml deck`: the decks, and which of their cards are asked."""

from pathlib import Path
from typing import Annotated

import typer

from quizml.cli.completion import deck_names
from quizml.cli.context import current

deck_app = typer.Typer(
    name="deck",
    help="List, show, check, add, edit, remove and suspend decks.\n\nExample: quizml deck list",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="JSON, for scripts.")]


@deck_app.command("list")
def list_decks(as_json: Json = False) -> None:
    """Name every deck, and what it holds.

    Example: quizml deck list
    """
    from quizml.cli.deck_show import list_all  # noqa: PLC0415

    list_all(current(), as_json=as_json)


@deck_app.command()
def show(
    what: Annotated[
        str,
        typer.Argument(
            metavar="DECK_OR_CARD",
            help="losses, ./mine.yaml or losses/focal",
            autocompletion=deck_names,
        ),
    ],
    as_json: Json = False,
) -> None:
    """Show the cards of a deck, or one card whole.

    Example: quizml deck show detection/giou
    """
    from quizml.cli.deck_show import show_card, show_deck  # noqa: PLC0415

    world = current()
    if _is_file(what) or "/" not in what:
        show_deck(world, what, as_json=as_json)
    else:
        show_card(world, what, as_json=as_json)


def _is_file(what: str) -> bool:
    from quizml.decks.library import SUFFIXES  # noqa: PLC0415

    return what.endswith((*SUFFIXES, "/")) or Path(what).exists() or what.startswith((".", "~"))


@deck_app.command()
def check(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME|PATH]...", help="All decks unless given.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Look for faults: what does not load, formulas that cannot be laid out, ids that vanished.

    Exits with 1 if there are any. Example: quizml deck check ./mine.yaml
    """
    from quizml.cli.deck_check import check_decks  # noqa: PLC0415

    check_decks(current(), names or [], as_json=as_json)


@deck_app.command()
def add(
    source: Annotated[
        Path | None, typer.Argument(help="A YAML deck, or a folder of them.", show_default=False)
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help="What to call the deck, instead of its file name.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite a deck of that name without asking.")
    ] = False,
) -> None:
    """Add decks; without SOURCE, write a card in a dialogue.

    Example: quizml deck add ~/notes/graphs.yaml
    """
    world = current()
    if source is not None:
        from quizml.cli.deck_add import add_decks  # noqa: PLC0415

        add_decks(world, source, name=name, force=force)
        return
    from quizml.cli.deck_dialogue import add_card  # noqa: PLC0415

    add_card(world, name)


@deck_app.command()
def remove(
    name: Annotated[str, typer.Argument(help="One of your own decks.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Remove one of your own decks; its reviews are kept.

    Example: quizml deck remove graphs
    """
    from quizml.cli.deck_add import remove_deck  # noqa: PLC0415

    remove_deck(current(), name, yes=yes)


@deck_app.command()
def edit(
    what: Annotated[str, typer.Argument(metavar="NAME[/CARD]", help="losses or losses/focal")],
) -> None:
    """Open a deck in your editor, at a card's line; faults are found before anything is saved.

    A shipped deck is copied to your own decks first. Example: quizml deck edit losses/focal
    """
    from quizml.cli.deck_edit import edit_deck  # noqa: PLC0415

    if _is_file(what):
        edit_deck(current(), what)
    else:
        name, _, card = what.partition("/")
        edit_deck(current(), name, card.partition("/")[0])


@deck_app.command()
def suspend(
    what: Annotated[list[str], typer.Argument(metavar="DECK|CARD...", help="losses, losses/focal")],
) -> None:
    """Ask cards no more, or all cards of a deck; their reviews stay.

    Example: quizml deck suspend detection/giou
    """
    from quizml.cli.deck_marks import suspend_cards  # noqa: PLC0415

    suspend_cards(current(), what)


@deck_app.command()
def resume(
    what: Annotated[
        list[str] | None, typer.Argument(metavar="[DECK|CARD]...", help="losses, losses/focal")
    ] = None,
) -> None:
    """Ask suspended cards again; without an argument, list them and those that are flagged.

    Example: quizml deck resume detection/giou
    """
    from quizml.cli.deck_marks import list_marked, resume_cards  # noqa: PLC0415

    if what:
        resume_cards(current(), what)
    else:
        list_marked(current())


@deck_app.command()
def schema() -> None:
    """Print the JSON Schema of the deck format, for your editor.

    Example: quizml deck schema > deck.schema.json
    """
    from importlib.resources import files  # noqa: PLC0415

    text = files("quizml.decks").joinpath("deck.schema.json").read_text(encoding="utf-8")
    typer.echo(text, nl=False)
