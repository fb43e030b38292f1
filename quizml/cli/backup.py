"""`quizml backup`: copies of the review log, and the way back to one."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizml.cli.context import current

if TYPE_CHECKING:
    from quizml.store import DayCount

backup_app = typer.Typer(invoke_without_command=True, add_completion=False, rich_markup_mode=None)


@backup_app.callback()
def backup(ctx: typer.Context) -> None:
    """Copy the review log to a safe file, and check the copy.

    quizml does so by itself once a day. Example: quizml backup
    """
    if ctx.invoked_subcommand is not None:
        return
    world = current()
    made = world.store().backup(world.now(), world.today())
    typer.echo(f"Backed up to {made.path}")


@backup_app.command()
def restore(
    file: Annotated[
        Path | None,
        typer.Argument(help="A backup, by path or by its name in `quizml backup list`."),
    ] = None,
) -> None:
    """Go back to a backup: to the newest sound one, or to FILE.

    What is there now is kept among the backups. Example: quizml backup restore
    """
    from quizml.store.restore import restore as put_back  # noqa: PLC0415

    world = current()
    if file is not None and not file.exists():
        file = world.backup_folder / file
    done = put_back(world.store_path, world.backup_folder, world.now(), world.today(), file)
    reviews = sum(count.answers for count in _all_days())
    typer.echo(f"Restored {done.source}: {reviews:,} reviews")
    for kept in done.kept:
        typer.echo(f"What was there before is kept in {kept}")


def _all_days() -> "list[DayCount]":
    from quizml.store.queries import all_days  # noqa: PLC0415

    return all_days(current().store())


@backup_app.command("list")
def list_backups(
    as_json: Annotated[bool, typer.Option("--json", help="For scripts.")] = False,
) -> None:
    """Show the backups, oldest first.

    Example: quizml backup list --json
    """
    from quizml.store.backups import listed  # noqa: PLC0415

    world = current()
    backups = listed(world.backup_folder)
    rows = [
        {
            "file": str(backup.path),
            "day": date.fromordinal(backup.day).isoformat(),
            "time": backup.at.isoformat(),
            "bytes": backup.path.stat().st_size,
        }
        for backup in backups
    ]
    if as_json:
        import json  # noqa: PLC0415

        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    if not rows:
        typer.echo(f"No backups in {world.backup_folder} yet; `quizml backup` makes one.")
    for backup, row in zip(backups, rows, strict=True):
        local = backup.at.astimezone(world.now().tzinfo)
        typer.echo(f"{local:%Y-%m-%d %H:%M}  {row['bytes']:>12,} bytes  {backup.path.name}")
