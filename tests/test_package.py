"""What `pip install` brings: the program, the decks, the schema, the mark of types."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return zipfile.ZipFile(next(folder.glob("quizml-*.whl")))


def test_the_wheel_carries_every_deck(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    wanted = {f"quizml/shipped_decks/{file.name}" for file in (ROOT / "decks").glob("*.yaml")}
    assert wanted
    assert wanted <= inside


def test_the_wheel_carries_schema_types_and_command(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    assert {"quizml/py.typed", "quizml/decks/deck.schema.json"} <= inside
    entry = next(name for name in inside if name.endswith("entry_points.txt"))
    assert b"quizml = quizml.__main__:main" in wheel.read(entry)


def test_the_wheel_carries_nothing_but_quizml(wheel: zipfile.ZipFile) -> None:
    roots = {name.split("/")[0] for name in wheel.namelist()}
    assert all(root == "quizml" or root.startswith("quizml-") for root in roots), roots


def test_the_top_level_holds_what_it_should() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    roots = {name.split("/")[0] for name in tracked if name and not name.startswith(".")}
    assert roots <= {"pyproject.toml", "quizml", "decks", "tests", "README.md"}
