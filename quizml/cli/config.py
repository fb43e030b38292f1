"""`quizml config`: what is set, where it comes from, and setting it."""

from typing import Annotated, Any

import typer

from quizml.cli.context import Context, current
from quizml.model.errors import BadInput, Fault

config_app = typer.Typer(
    help="Show and change settings.\n\nExample: quizml config set new_per_day 15",
    invoke_without_command=True,
)

Name = Annotated[str, typer.Argument(help="A setting's name, as `quizml config` lists it.")]


@config_app.callback()
def show(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Show every setting, its value, and where the value comes from.

    Example: quizml config
    """
    if ctx.invoked_subcommand:
        return
    from quizml.cli.settings import ABOUT, NAMES, spelled  # noqa: PLC0415

    context = current()
    settings = context.settings
    rows = [
        {"name": n, "value": spelled(getattr(settings, n)), "origin": settings.origins[n]}
        for n in NAMES
    ]
    if as_json:
        import json  # noqa: PLC0415

        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    console = context.console()
    if not console.is_terminal:
        for row in rows:
            typer.echo(f"{row['name']} = {_toml(row['value'])}  # {row['origin']}")
        return
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("setting", "value", "from", "what it is"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        cells = (row["name"], _toml(row["value"]), row["origin"], ABOUT[str(row["name"])])
        table.add_row(*(Text(str(cell)) for cell in cells))
    console.print(table)
    console.print(f"\nfile: {context.settings_path}", style="dim", soft_wrap=True)


@config_app.command("get")
def get(name: Name) -> None:
    """Print one value.

    Example: quizml config get retention
    """
    from quizml.cli.settings import NAMES, parse, spelled  # noqa: PLC0415

    settings = current().settings
    if name not in NAMES:
        parse(name, None, "config get")
    typer.echo(_toml(spelled(getattr(settings, name))))


@config_app.command("set")
def put(
    name: Name,
    values: Annotated[list[str], typer.Argument(help="Its value; several words make a list.")],
) -> None:
    """Change a setting; comments in the file stay.

    Example: quizml config set learning_steps 1m 10m
    """
    from quizml.cli.settings import parse, spelled  # noqa: PLC0415

    value = parse(name, " ".join(values), "config set")
    context = current()
    document = _document(context)
    document[name] = spelled(value)
    _write(context, document)
    typer.echo(f"{name} = {_toml(spelled(value))}")


@config_app.command("unset")
def unset(name: Name) -> None:
    """Go back to the default.

    Example: quizml config unset retention
    """
    from quizml.cli.settings import NAMES, parse  # noqa: PLC0415

    if name not in NAMES:
        parse(name, None, "config unset")
    context = current()
    document = _document(context)
    if name in document:
        del document[name]
        _write(context, document)
    typer.echo(f"{name}: default")


@config_app.command("path")
def path() -> None:
    """Print where the settings file stands.

    Example: $EDITOR "$(quizml config path)"
    """
    typer.echo(current().settings_path)


def _toml(value: Any) -> str:
    import tomlkit  # noqa: PLC0415

    return str(tomlkit.item(value).as_string())


def _document(context: Context) -> Any:
    import tomlkit  # noqa: PLC0415
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    file = context.settings_path
    try:
        return tomlkit.parse(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise BadInput(f"{file}: {error}; mend it first, or delete it") from None
    except OSError as error:
        raise Fault(f"{file}: cannot be read: {error.strerror}") from None


def _write(context: Context, document: Any) -> None:
    import os  # noqa: PLC0415

    import tomlkit  # noqa: PLC0415

    file = context.settings_path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f".{file.name}.{os.getpid()}")
        draft.write_text(tomlkit.dumps(document), encoding="utf-8")
        draft.replace(file)
    except OSError as error:
        raise Fault(f"{file}: cannot be written: {error.strerror}") from None
