"""`quizml deck edit`: a deck in the learner's editor, checked before it is saved.

The editor works on a copy. Only a sound deck is renamed into place, so nothing can be lost.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quizml.cli.asking import Asker
from quizml.cli.deck_add import own_file, shipped_file
from quizml.decks.library import SUFFIXES, given_files
from quizml.decks.problems import near
from quizml.model.errors import BadInput, Fault

if TYPE_CHECKING:
    from quizml.cli.context import Context
    from quizml.decks.parse import Parsed

PLUS_LINE = {
    "vi",
    "vim",
    "nvim",
    "view",
    "nano",
    "emacs",
    "emacsclient",
    "micro",
    "hx",
    "kak",
    "ne",
}
GOTO = {"code", "code-insiders", "codium", "cursor"}
COLON = {"subl", "zed"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A deck about to be edited: where it goes, and what it holds before."""

    target: Path
    before: bytes
    new: bool
    """Whether `target` is yet to be made."""


def edit_deck(world: "Context", name: str, card: str = "") -> bool:
    """Let the learner edit a deck, at a card; whether it changed."""
    draft = _draft(world, name)
    line = line_of(draft.before.decode("utf-8", "replace"), card) if card else 1
    if draft.new:
        typer.echo(f"{name} is shipped: a copy in {world.deck_folder} will take its place.")
    return edit_draft(world, draft, line)


def _draft(world: "Context", name: str) -> Draft:
    if name.endswith(SUFFIXES):
        (file,) = given_files(Path(name).expanduser())
        return Draft(file, _read(file), new=False)
    own, shipped = own_file(world, name), shipped_file(world, name)
    if own is not None:
        return Draft(own, _read(own), new=False)
    if shipped is None:
        raise BadInput(str(_unknown(world, name)))
    return Draft(world.deck_folder / shipped.name, _read(shipped), new=True)


def _unknown(world: "Context", name: str) -> str:
    try:
        world.library().deck(name)
    except BadInput as error:
        return str(error)
    return f"no deck is called {name!r}"


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInput(f"{file}: cannot be read: {error.strerror}") from None


def edit_draft(world: "Context", draft: Draft, line: int = 1, *, text: bytes | None = None) -> bool:
    """Editor, check, again if need be, then save; whether anything was saved.

    The editor begins with `text`, or with what the deck holds.
    """
    with tempfile.TemporaryDirectory(prefix="quizml-") as folder:
        copy = Path(folder) / draft.target.name
        copy.write_bytes(draft.before if text is None else text)
        while True:
            run_editor(world.editor(), copy, line)
            after = _read(copy)
            if after == draft.before:
                typer.echo("Nothing was changed.")
                return False
            parsed = _parsed(draft.target, after)
            if not parsed.problems:
                break
            line = parsed.problems[0].line
            _again(world, draft, copy, parsed)
    _save(draft, after)
    _tell(draft, parsed)
    return True


def _parsed(path: Path, data: bytes) -> "Parsed":
    from quizml.decks.parse import parse  # noqa: PLC0415
    from quizml.references import EXERCISES  # noqa: PLC0415

    return parse(path, data, EXERCISES)


def _again(world: "Context", draft: Draft, copy: Path, parsed: "Parsed") -> None:
    """Show what is wrong; unless the learner edits again, keep the faulty text aside."""
    for problem in parsed.problems:
        typer.echo(str(problem), err=True)
    kept = draft.target.with_name(f"_{draft.target.stem}-faulty{draft.target.suffix}")
    try:
        if Asker(interactive=world.interactive).yes("Edit again?", default=True):
            return
    except BadInput:
        pass  # nobody is there to ask
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(copy, kept)
    raise BadInput(f"the deck is as it was; what you wrote is kept in {kept}")


def _save(draft: Draft, after: bytes) -> None:
    from quizml.decks.files import write  # noqa: PLC0415

    now = draft.target.read_bytes() if draft.target.exists() else None
    if now != (None if draft.new else draft.before):
        kept = draft.target.with_name(f"_{draft.target.stem}-edited{draft.target.suffix}")
        write(kept, after)
        raise Fault(f"{draft.target} was changed meanwhile; what you wrote is kept in {kept}")
    write(draft.target, after)


def _tell(draft: Draft, parsed: "Parsed") -> None:
    typer.echo(f"Saved {draft.target}: {len(parsed.cards)} cards.")
    before = {card.id for card in _parsed(draft.target, draft.before).cards}
    former = {old for card in parsed.cards for old in card.head.was}
    gone = sorted(before - {card.id for card in parsed.cards} - former)
    if gone:
        typer.echo(
            f"No longer there: {', '.join(gone)}. If you renamed one, write `was: old-id` in it, "
            "and its progress follows."
        )


def line_of(text: str, card: str) -> int:
    """The line where a card's id is written; raises BadInput if there is none of that id."""
    written = re.compile(r"^[ -]*(?:\{\s*)?(?:.*,\s*)?id:\s*(['\"]?)([a-z0-9-]+)\1\s*(?:[,}#].*)?$")
    ids: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        found = written.match(line)
        if found:
            ids.setdefault(found[2], number)
    if card not in ids:
        hint = near(card, ids)
        raise BadInput(f"no card of this deck is called {card!r}" + (f" ({hint})" if hint else ""))
    return ids[card]


def command(editor: Sequence[str], file: Path, line: int) -> list[str]:
    """The editor's command line, at `line` where we know how to say it."""
    name = Path(editor[0]).name.removesuffix(".exe") if editor else ""
    if name in PLUS_LINE:
        return [*editor, f"+{line}", str(file)]
    if name in GOTO:
        wait = [] if {"--wait", "-w"} & set(editor) else ["--wait"]
        return [*editor, "-g", f"{file}:{line}", *wait]
    if name in COLON:
        wait = [] if {"--wait", "-w"} & set(editor) else ["--wait"]
        return [*editor, *wait, f"{file}:{line}"]
    return [*editor, str(file)]


def run_editor(editor: Sequence[str], file: Path, line: int) -> None:
    """Run the editor until it ends; raises BadInput if it cannot, or says that it failed."""
    words = command(editor, file, line)
    try:
        done = subprocess.run(words, check=False)  # noqa: S603 - the learner's own editor
    except OSError as error:
        raise BadInput(f"editor {words[0]!r}: {error.strerror}; set $EDITOR") from None
    if done.returncode:
        raise BadInput(f"editor {words[0]!r} ended with {done.returncode}; nothing was changed")
