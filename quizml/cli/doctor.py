"""`quizml doctor`: whether everything that was learned is still there, and sound."""

from typing import TYPE_CHECKING, Annotated

import typer

from quizml.cli.context import current

if TYPE_CHECKING:
    from quizml.store.findings import Finding


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="For scripts.")] = False,
) -> None:
    """Check the review log and its backups, and mend what can be mended.

    Ends with 0 if nothing is left to do, 1 if something was found that is yours to decide, 3 if the
    log is damaged. Example: quizml doctor
    """
    from quizml.store.health import examine  # noqa: PLC0415

    world = current()
    findings = []
    for finding in examine(world.store_path, world.backup_folder, world.store):
        findings.append(finding)
        if not as_json:
            typer.echo(_line(finding))
    if as_json:
        import json  # noqa: PLC0415

        rows = [{"check": f.check, "outcome": f.outcome, "said": f.said} for f in findings]
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    raise typer.Exit(_exit_code(findings))


def _line(finding: "Finding") -> str:
    colours = {"ok": "green", "mended": "yellow"}
    outcome = typer.style(f"{finding.outcome:<8}", fg=colours.get(finding.outcome, "red"))
    return f"{outcome} {finding.check:<10} {finding.said}"


def _exit_code(findings: "list[Finding]") -> int:
    outcomes = {finding.outcome.value for finding in findings}
    return 3 if "damaged" in outcomes else int("found" in outcomes)
