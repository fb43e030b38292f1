"""Questions by lines: the same at a terminal and in a pipe."""

import contextlib
from collections.abc import Callable
from typing import TypeVar

import typer

from quizml.model.errors import BadInput

T = TypeVar("T")


class Asker:
    """Asks on standard output, reads from standard input.

    A wrong answer is asked again at a terminal; in a pipe nobody is there to correct it.
    """

    def __init__(self, *, interactive: bool) -> None:
        self.interactive = interactive
        if interactive:
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401, PLC0415 - gives input() its editing keys

    def line(self, prompt: str, default: str = "") -> str:
        """One line, stripped; raises BadInput when the input ends."""
        shown = f"{prompt} [{default}]: " if default else f"{prompt}: "
        try:
            answer = input(shown)
            answer.encode()
        except EOFError:
            typer.echo()
            raise BadInput("the input ended before the last answer; nothing was written") from None
        except UnicodeError:
            raise BadInput("what was typed is not UTF-8; nothing was written") from None
        if not self.interactive:
            typer.echo()  # nobody typed the end of the line
        return answer.strip() or default

    def read(self, prompt: str, parse: Callable[[str], T], default: str = "") -> T:
        """One line, as `parse` reads it; BadInput from `parse` is told and asked again."""
        while True:
            answer = self.line(prompt, default)
            try:
                return parse(answer)
            except BadInput as error:
                if not self.interactive:
                    raise
                typer.echo(str(error), err=True)

    def yes(self, question: str, *, default: bool) -> bool:
        """Yes or no."""
        return self.read(f"{question} [{'Y/n' if default else 'y/N'}]", _yes(default))

    def text(self, prompt: str) -> str:
        """Lines up to one that holds only a full stop."""
        typer.echo(f"{prompt} (several lines; a line with only . ends it)")
        lines = []
        while (line := self._raw()) != ".":
            lines.append(line)
        return "\n".join(lines).strip("\n")

    def _raw(self) -> str:
        try:
            line = input("  ")
            line.encode()
        except EOFError:
            raise BadInput("the input ended before the last answer; nothing was written") from None
        except UnicodeError:
            raise BadInput("what was typed is not UTF-8; nothing was written") from None
        return line.rstrip()


def _yes(default: bool) -> Callable[[str], bool]:
    def parse(answer: str) -> bool:
        if not answer:
            return default
        if answer.lower() in ("y", "yes", "是"):
            return True
        if answer.lower() in ("n", "no", "否"):
            return False
        raise BadInput(f"{answer!r} is neither y nor n")

    return parse
