"""Where `quizml` and `python -m quizml` come in; everything else is loaded from here on.

Two forms go past the command framework, which takes longer to load than they may take: what prompts
and status bars ask at every line, and grading one file while the learner waits.
"""

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line."""
    gc.set_threshold(50_000)  # thousands of functions are loaded at a start, and none is garbage
    asked = sys.argv[1:]
    if asked[:1] == ["grade"] and not {"-h", "--help"} & set(asked):
        from quizml.grading import early  # noqa: PLC0415 - it loads numpy while we load the rest

        early.start()
    match asked:
        case ["due", "--json"]:
            _due()
        case ["grade", file] if not file.startswith("-"):
            _grade(file)
        case _:
            from quizml.cli.app import app  # noqa: PLC0415

            app(prog_name="quizml")


def _due() -> None:
    from quizml.cli.door import door  # noqa: PLC0415
    from quizml.cli.outlooks import print_json  # noqa: PLC0415

    with door():
        print_json()


def _grade(file: str) -> None:
    from pathlib import Path  # noqa: PLC0415

    from quizml.cli.door import door  # noqa: PLC0415
    from quizml.cli.grading import Wanted, carry_out  # noqa: PLC0415
    from quizml.grading import early  # noqa: PLC0415

    code = 1
    with suppress(BrokenPipeError):  # who reads has seen enough
        with door():
            code = carry_out(Wanted((Path(file),)))
        sys.stdout.flush()
    early.close()
    os._exit(code)  # the store is closed, the zygote gone: taking numpy down is time for nothing


if __name__ == "__main__":
    main()
