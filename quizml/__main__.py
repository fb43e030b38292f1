"""Where `quizml` and `python -m quizml` come in; everything else is loaded from here on."""

import gc
import sys


def main() -> None:
    """Run the command line."""
    gc.set_threshold(50_000)  # thousands of functions are loaded at a start, and none is garbage
    if sys.argv[1:] == ["due", "--json"]:  # prompts and status bars ask this at every line:
        from quizml.cli.door import door  # noqa: PLC0415 - so it goes without the framework
        from quizml.cli.outlooks import print_json  # noqa: PLC0415

        with door():
            print_json()
        return
    if sys.argv[1:2] == ["grade"] and not {"-h", "--help"} & set(sys.argv):
        from quizml.grading import early  # noqa: PLC0415 - it loads numpy while we load the rest

        early.start()
    from quizml.cli.app import app  # noqa: PLC0415

    app(prog_name="quizml")


if __name__ == "__main__":
    main()
