"""`quizml deck add SOURCE` and `quizml deck remove`: decks come and go whole."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quizml.cli.asking import Asker
from quizml.cli.deck_show import kinds
from quizml.decks.library import SUFFIXES, deck_files, given_files
from quizml.decks.own import DECK, deck_name, files_of, reference_of
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
        target = _target(world, parsed.info.name, own_folder=reference_of(path) is not None)
        if target.exists() and target.samefile(path):
            raise BadInput(f"{path} is one of your decks already")
        writes[target] = data
        writes |= _beside(path, target)
    targets = [target for target in writes if target.suffix in SUFFIXES]
    _may_replace(world, targets, force=force)
    write_all(writes)
    for target, (_, _, parsed) in zip(targets, decks, strict=True):
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


def _target(world: "Context", name: str, *, own_folder: bool) -> Path:
    """Where the learner's deck of that name stands, or would."""
    new = world.deck_folder / (f"{name}/{DECK}" if own_folder else f"{name}.yaml")
    there = own_file(world, name)
    if there and (reference_of(there) is not None) != own_folder:
        raise BadInput(f"{there} is a deck of that name and of another form: remove it first")
    return there or new


def _beside(path: Path, target: Path) -> dict[Path, bytes]:
    """What has to stand beside a deck that brings its own exercises."""
    if reference_of(path) is None:
        return {}
    try:
        found = files_of(path)
    except OSError as error:
        raise BadInput(f"{error.filename}: cannot be read: {error.strerror}") from None
    return {target.parent / place: data for place, data in found.items() if place != DECK}


def own_file(world: "Context", name: str) -> Path | None:
    """The file of the learner's deck of that name, healthy or not; None if there is none."""
    return next((file for file in deck_files(world.deck_folder) if deck_name(file) == name), None)


def shipped_file(world: "Context", name: str) -> Path | None:
    """The file of the shipped deck of that name; None if there is none."""
    return next(
        (file for file in deck_files(world.shipped_folder) if deck_name(file) == name), None
    )


def _may_replace(world: "Context", targets: list[Path], *, force: bool) -> None:
    """Ask before a deck is overwritten, or a shipped one's place is taken."""
    taken = [f"your deck {deck_name(t)!r} would be overwritten" for t in targets if t.exists()]
    taken += [
        f"the shipped deck {deck_name(t)!r} would be replaced by yours"
        for t in targets
        if not t.exists() and shipped_file(world, deck_name(t))
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
        _remove(file)
    except OSError as error:
        raise Fault(f"{file}: cannot be removed: {error.strerror}") from None
    typer.echo(f"Removed {name}. Its reviews are kept: add it again and all progress is back.")
    if shipped_file(world, name):
        typer.echo(f"The shipped deck {name} takes its place again.")


def _remove(file: Path) -> None:
    """The deck's file; of one that is a folder all that belongs to it, and what is empty then."""
    if reference_of(file) is None:
        file.unlink()
        return
    folder = file.parent
    for place in files_of(file):
        (folder / place).unlink()
    for inside in sorted(folder.rglob("*"), reverse=True):
        if inside.is_dir() and not any(inside.iterdir()):
            inside.rmdir()
    if not any(folder.iterdir()):
        folder.rmdir()
