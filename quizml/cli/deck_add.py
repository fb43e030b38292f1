"""`quizml deck add SOURCE` and `quizml deck remove`: decks come and go whole."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quizml.cli.asking import Asker
from quizml.cli.deck_show import kinds
from quizml.decks.library import SUFFIXES, deck_files, given_files
from quizml.decks.problems import BrokenDecks
from quizml.model.errors import BadInput, Fault

if TYPE_CHECKING:
    from quizml.cli.context import Context
    from quizml.decks.parse import Parsed


def add_decks(world: "Context", source: Path, *, name: str | None, force: bool) -> None:
    """Copy a deck, or a folder of decks, to the learner's: all of them, or none."""
    from quizml.decks.files import write_all  # noqa: PLC0415

    paths = _sources(source.expanduser(), name)
    decks = [(path, *_sound(path, name)) for path in paths]
    problems = [problem for _, _, parsed in decks for problem in parsed.problems]
    if problems:
        raise BrokenDecks(problems)
    _one_name_each(parsed.info.name for _, _, parsed in decks)
    writes: dict[Path, bytes] = {}
    for path, data, parsed in decks:
        target = _target(world, parsed.info.name)
        if target.exists() and target.samefile(path):
            raise BadInput(f"{path} is one of your decks already")
        writes[target] = data
    _may_replace(world, list(writes), force=force)
    write_all(writes)
    for target, (_, _, parsed) in zip(writes, decks, strict=True):
        heads = [card.head for card in parsed.cards]
        typer.echo(f"Added {parsed.info.name}: {len(heads)} cards ({kinds(heads)}), {target}")


def _sources(source: Path, name: str | None) -> list[Path]:
    paths = given_files(source)
    if not source.is_dir() and source.suffix not in SUFFIXES:
        raise BadInput(f"{source}: a deck is a YAML file, its name ends in .yaml")
    if name is not None and len(paths) > 1:
        raise BadInput(f"--name is for one deck, and {source} holds {len(paths)}")
    return paths


def _sound(path: Path, name: str | None) -> "tuple[bytes, Parsed]":
    from quizml.decks.parse import parse  # noqa: PLC0415
    from quizml.references import EXERCISES  # noqa: PLC0415

    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: cannot be read: {error.strerror}") from None
    return data, parse(path, data, EXERCISES, name=name)


def _one_name_each(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BadInput(f"two files would both be the deck {name!r}")
        seen.add(name)


def _target(world: "Context", name: str) -> Path:
    """Where the learner's deck of that name stands, or would."""
    return own_file(world, name) or world.deck_folder / f"{name}.yaml"


def own_file(world: "Context", name: str) -> Path | None:
    """The file of the learner's deck of that name, healthy or not; None if there is none."""
    return next((file for file in deck_files(world.deck_folder) if file.stem == name), None)


def shipped_file(world: "Context", name: str) -> Path | None:
    """The file of the shipped deck of that name; None if there is none."""
    return next((file for file in deck_files(world.shipped_folder) if file.stem == name), None)


def _may_replace(world: "Context", targets: list[Path], *, force: bool) -> None:
    """Ask before a deck is overwritten, or a shipped one's place is taken."""
    taken = [f"your deck {t.stem!r} would be overwritten" for t in targets if t.exists()]
    taken += [
        f"the shipped deck {t.stem!r} would be replaced by yours"
        for t in targets
        if not t.exists() and shipped_file(world, t.stem)
    ]
    if not taken or force:
        return
    if not world.interactive:
        raise BadInput(f"{'; '.join(taken)}: say --force, or choose another --name")
    for line in taken:
        typer.echo(line)
    if not Asker(interactive=True).yes("Go on?", default=False):
        typer.echo("Nothing was changed.")
        raise typer.Exit(0)


def remove_deck(world: "Context", name: str, *, yes: bool) -> None:
    """Remove a learner's deck; the reviews of its cards stay in the log."""
    file = own_file(world, name)
    if file is None and shipped_file(world, name):
        raise BadInput(
            f"{name!r} is shipped with quizml and cannot be removed; name the decks you want "
            "(`quizml study OTHER…`), or suspend its cards with s in a session"
        )
    if file is None:
        world.library().deck(name)  # says what is near
        raise BadInput(f"{name!r} is none of your own decks")
    if not yes:
        if not world.interactive:
            raise BadInput(f"{file} would be removed: say --yes")
        if not Asker(interactive=True).yes(f"Remove {file}?", default=False):
            typer.echo("Nothing was changed.")
            return
    try:
        file.unlink()
    except OSError as error:
        raise Fault(f"{file}: cannot be removed: {error.strerror}") from None
    typer.echo(f"Removed {name}. Its reviews are kept: add it again and all progress is back.")
    if shipped_file(world, name):
        typer.echo(f"The shipped deck {name} takes its place again.")
