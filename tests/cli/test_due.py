"""`quizml due`, and that it stays quick."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from typer.testing import Result

from quizml.cli.outlooks import shortly

Quizml = Callable[..., Result]
NOW = datetime.fromisoformat("2026-03-02T21:00:00+08:00")


def due(quizml: Quizml, *arguments: object) -> dict[str, object]:
    result = quizml("due", *arguments, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_new_cards_are_there_at_once_one_of_each_note(quizml: Quizml, deck: Path) -> None:
    found = due(quizml, deck)
    assert found == {
        "now": NOW.isoformat(),
        "due": 0,
        "learning": 0,
        "new": 5,
        "next_due": "2026-03-03T04:00:00+08:00",  # the other deletion of the cloze note
        "decks": [
            {
                "deck": "little",
                "due": 0,
                "learning": 0,
                "new": 5,
                "next_due": "2026-03-03T04:00:00+08:00",
            }
        ],
    }


def test_the_daily_limit_holds_for_all_decks_together(
    quizml: Quizml, deck: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(deck.read_text(encoding="utf-8"), encoding="utf-8")
    quizml("config", "set", "new_per_day", "4")
    found = due(quizml, deck, other)
    assert found["new"] == 4
    assert [row["new"] for row in found["decks"]] == [4, 4]  # type: ignore[index,attr-defined]


def test_a_table_tells_the_same(quizml: Quizml, deck: Path) -> None:
    lines = quizml("due", deck).stdout.splitlines()
    assert lines[0].split() == ["deck", "due", "learning", "new", "next"]
    assert lines[1].split() == ["little", "0", "0", "5", "2026-03-03", "04:00"]
    assert lines[2].split()[0] == "all"


def test_headings_follow_the_language(quizml: Quizml, deck: Path) -> None:
    quizml("config", "set", "language", "zh")
    assert quizml("due", deck).stdout.split()[0] == "牌组"


def test_an_unknown_deck_is_refused(quizml: Quizml) -> None:
    result = quizml("due", "no-such-deck")
    assert result.exit_code == 2
    assert "no-such-deck" in result.stderr


def test_a_broken_deck_is_told_and_hides_no_other(quizml: Quizml, home: Path, deck: Path) -> None:
    (home / "decks").mkdir(parents=True)
    (home / "decks" / "broken.yaml").write_text("title: x\ncards: 3\n", encoding="utf-8")
    (home / "decks" / "little.yaml").write_text(deck.read_text(encoding="utf-8"), encoding="utf-8")
    result = quizml("due", "--json")
    assert result.exit_code == 0
    assert "broken.yaml:2" in result.stderr
    assert "little" in {row["deck"] for row in json.loads(result.stdout)["decks"]}


def test_json_loads_nothing_that_is_not_needed(deck: Path) -> None:
    program = f"""
import sys
from quizml.cli.app import app
sys.argv = ["quizml", "due", "--json", {str(deck)!r}]
try:
    app(prog_name="quizml")
finally:
    print(*sys.modules, file=sys.stderr)
"""
    for _ in range(2):  # the first run parses the deck
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True,
            env=os.environ,
        )  # fmt: skip
    loaded = set(done.stderr.split())
    assert "quizml.study.plan" in loaded
    assert not loaded & {"rich", "rich.console", "yaml", "numpy", "fsrs_rs_python", "jsonschema"}


def test_a_time_today_needs_no_date() -> None:
    assert shortly(NOW.replace(hour=23), NOW) == "23:00"
    assert shortly(NOW.replace(day=9), NOW) == "2026-03-09 21:00"
    assert shortly(None, NOW) == ""
