"""The command line: which commands there are.

A command's module is imported when the command is named, so that `quizml due` does not pay for
`quizml grade`.
"""

from difflib import get_close_matches
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from quizml.cli.door import door

COMMANDS = {
    "study": ("study:study", "Study: reviews that are due, and some new cards."),
    "grade": ("grade:grade", "Grade every function that names an exercise."),
    "code": ("code:code", "Write a starter file for a coding card."),
    "reveal": ("reveal:reveal", "Show the reference, once it is earned."),
    "deck": ("deck:deck_app", "Decks: list, show, check, add, edit, suspend."),
    "due": ("due:due", "Show what is due, deck by deck."),
    "stats": ("stats:stats", "Show how it goes: streak, retention, forecast."),
    "log": ("log:log", "Print the review log."),
    "backup": ("backup:backup_app", "Back up the review log, or restore it."),
    "doctor": ("doctor:doctor", "Check the store, and mend what can be mended."),
    "config": ("config:config_app", "Show and change settings."),
}
"""Name: the module in here with its function or group of commands, and the line of the help."""


class OneDoor(TyperGroup):
    """The commands, loaded by name; whatever is raised on purpose leaves as one line."""

    _listing = False

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Every command's name, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of that name, imported now; for the list of commands its line is enough."""
        if cmd_name not in COMMANDS:
            return None
        where, line = COMMANDS[cmd_name]
        if self._listing:
            return TyperCommand(cmd_name, help=line)
        if cmd_name not in self.commands:
            module, attribute = where.split(":")
            found = getattr(import_module(f"quizml.cli.{module}"), attribute)
            self.commands[cmd_name] = _command(cmd_name, found)
        return self.commands[cmd_name]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help of all; no command is imported for it."""
        self._listing = True
        super().format_help(ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that `args` begin with; for a misspelt one, the nearest is named."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what it raises on purpose is printed, and becomes its exit code."""
        with door():
            return super().invoke(ctx)


def _command(name: str, what: Any) -> Any:
    if isinstance(what, typer.Typer):
        group = typer.main.get_command(what)
        group.name = name
        return group
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name)(what)
    return typer.main.get_command(single)


app = typer.Typer(
    cls=OneDoor,
    name="quizml",
    help="Machine-learning interview notes as flashcards in the terminal.",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from quizml import __version__  # noqa: PLC0415

        typer.echo(f"quizml {__version__}")
        raise typer.Exit


@app.callback()
def main(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - the callback answers
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    """Machine-learning interview notes as flashcards in the terminal.

    Type `quizml study` to begin, `quizml study --help` for an example.
    """
    if ctx.invoked_subcommand is None:
        from quizml.cli.home import home  # noqa: PLC0415

        home()
