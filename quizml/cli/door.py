"""The one door: the world is opened for a command, and what it raises on purpose is one line."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from quizml.cli.context import opened
from quizml.model.errors import QuizmlError


@contextmanager
def door() -> Iterator[None]:
    """Around everything that a command does; an error of ours becomes its exit code."""
    try:
        with opened():
            yield
    except QuizmlError as error:
        _complain(str(error))
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _complain(message: str) -> None:
    """On standard error; without markup, or `loss[mask]` would read `loss`."""
    coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    red, plain = ("\x1b[31m", "\x1b[0m") if coloured else ("", "")
    print(f"{red}quizml: {message}{plain}", file=sys.stderr)  # noqa: T201
