"""`quizml deck check`: every fault of every deck, one a line."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quizml.decks.library import deck_files, given_files, is_path
from quizml.decks.own import deck_name, own_exercises, reference_of, reference_problem
from quizml.decks.problems import DeckProblem
from quizml.model.heads import CardId
from quizml.model.reviews import Memory

if TYPE_CHECKING:
    from quizml.cli.context import Context

WIDTH = 80
"""Columns that a formula may take."""


@dataclass(slots=True)
class Findings:
    """What checking came to."""

    decks: int = 0
    cards: int = 0
    problems: list[DeckProblem] = field(default_factory=list)
    vanished: list[tuple[CardId, CardId | None]] = field(default_factory=list)


def check_decks(world: "Context", names: Sequence[str], *, as_json: bool) -> None:
    """Check the named decks, or all; exits with 1 if there is a fault."""
    findings = found(world, files(world, names))
    if not names and world.store_path.exists():
        findings.vanished = _vanished(world)
    if as_json:
        typer.echo(json.dumps(_out(findings), indent=2, ensure_ascii=False))
    else:
        _print(findings)
    if findings.problems:
        raise typer.Exit(1)


def files(world: "Context", names: Sequence[str]) -> list[Path]:
    """The files of the named decks; a learner's deck before the shipped one of its name."""
    mine, shipped = deck_files(world.deck_folder), deck_files(world.shipped_folder)
    if not names:
        return shipped + mine
    chosen: list[Path] = []
    for name in names:
        if is_path(name):
            chosen += given_files(Path(name).expanduser())
            continue
        here = [file for file in mine + shipped if deck_name(file) == name][:1]
        if not here:
            world.library().deck(name)  # says what is near
        chosen += here
    return list(dict.fromkeys(chosen))


def found(world: "Context", paths: Sequence[Path]) -> Findings:
    """All faults of these decks."""
    from quizml.decks.check import check  # noqa: PLC0415 - it parses YAML
    from quizml.decks.contents import contents, entries, twice  # noqa: PLC0415
    from quizml.references import EXERCISES  # noqa: PLC0415
    from quizml.ui.formulas import fault  # noqa: PLC0415

    def formula_fault(tex: str, inline: bool) -> str | None:
        return fault(tex, inline=inline, width=WIDTH)

    findings = Findings(decks=len(paths))
    home = world.shipped_folder.resolve()
    known, ours = entries(home), []
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            unread = DeckProblem(path, 1, 1, f"cannot be read: {error.strerror}")
            findings.problems.append(unread)
            continue
        shipped = path.resolve().parent == home
        checked = check(path, data, EXERCISES, formula_fault, shipped=shipped)
        findings.cards += len(checked.parsed.cards)
        findings.problems += [*checked.problems, *_own(path)]
        if shipped and known is not None:
            findings.problems += contents(checked.parsed, known)
            ours.append(checked.parsed)
    findings.problems += twice(ours)
    return findings


def _own(path: Path) -> list[DeckProblem]:
    """What is wrong with the exercises that a deck brings: they are run, behind the fence."""
    broken = reference_problem(path)
    if broken:
        return [broken]
    reference = reference_of(path)
    if reference is None:
        return []
    from quizml.grading.prove import prove  # noqa: PLC0415 - numpy, and a process

    names = own_exercises(path)
    return [
        DeckProblem(file, 1, 1, what) for name in names for file, what in prove(reference, name)
    ]


def _vanished(world: "Context") -> list[tuple[CardId, CardId | None]]:
    """Reviewed cards that are in no deck; those of broken decks are only out of sight."""
    library = world.library()
    unseen = {deck_name(problem.path) for problem in library.problems}
    standings = world.store().standings()
    reviewed = [id_ for id_, standing in standings.items() if isinstance(standing.progress, Memory)]
    return library.vanished(id_ for id_ in reviewed if id_.partition("/")[0] not in unseen)


def _print(findings: Findings) -> None:
    for problem in findings.problems:
        typer.echo(str(problem))
    for gone, likely in findings.vanished:
        way_out = f"if it is {likely!r} now, write `was: {gone.split('/')[1]}` there"
        if likely and gone.partition("/")[0] != likely.partition("/")[0]:
            way_out = f"if it is {likely!r} now, write `was: {gone}` there"
        typer.echo(
            f"note: {gone!r} has reviews but is in no deck" + (f"; {way_out}" * bool(likely))
        )
    counted = f"{_count(findings.decks, 'deck')}, {_count(findings.cards, 'card')}"
    faults = _count(len(findings.problems), "fault") if findings.problems else "no faults"
    typer.echo(f"{counted}: {faults}")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _out(findings: Findings) -> dict[str, object]:
    return {
        "decks": findings.decks,
        "cards": findings.cards,
        "problems": [
            {
                "file": str(problem.path),
                "line": problem.line,
                "column": problem.column,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in findings.problems
        ],
        "vanished": [{"card": gone, "likely": likely} for gone, likely in findings.vanished],
    }
