"""The one door: help, versions, misspelt commands, a clock that is not one."""

import subprocess
import sys
from pathlib import Path

import pytest


def test_help_names_every_command(quizml) -> None:
    from quizml.cli.app import COMMANDS

    result = quizml("--help")
    assert result.exit_code == 0
    assert all(name in result.output for name in COMMANDS)


def test_every_command_shows_an_example(quizml) -> None:
    from quizml.cli.app import COMMANDS

    for name in COMMANDS:
        result = quizml(name, "--help")
        assert result.exit_code == 0, name
        assert "Example" in result.output, name


def test_a_misspelt_command_is_told_the_nearest(quizml) -> None:
    result = quizml("stduy")
    assert result.exit_code == 2
    assert "Did you mean 'study'?" in result.stderr


@pytest.mark.parametrize("moment", ["yesterday", "2026-01-01T10:00:00"])
def test_a_clock_that_is_no_time_with_offset_is_refused(quizml, monkeypatch, moment: str) -> None:
    monkeypatch.setenv("QUIZML_NOW", moment)
    result = quizml("due")
    assert result.exit_code == 2
    assert result.stderr.startswith("quizml: QUIZML_NOW=")
    assert len(result.stderr.splitlines()) == 1


def test_the_version_is_printed(quizml) -> None:
    from quizml import __version__

    assert quizml("--version").output == f"quizml {__version__}\n"


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("quizml st", "study"),
        ("quizml study --lan", "--lang"),
        ("quizml study norm", "normalization"),
    ],
)
def test_the_shell_completes_commands_options_and_decks(words, offered, monkeypatch) -> None:
    monkeypatch.setenv("_QUIZML_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    done = subprocess.run(
        [Path(sys.executable).with_name("quizml")], capture_output=True, text=True, check=False
    )
    assert offered in done.stdout.split(), done.stderr
