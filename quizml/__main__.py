"""Where `quizml` and `python -m quizml` come in."""


def main() -> None:
    """Run the command line; everything it needs is loaded from here on."""
    from quizml.cli.app import app  # noqa: PLC0415 - `import quizml` stays free of the terminal

    app(prog_name="quizml")


if __name__ == "__main__":
    main()
