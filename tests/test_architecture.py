"""The folder tree tells the design; these tests keep it true."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "quizml"
RANK = {
    "model": 0,
    "references": 1,
    "scheduling": 1,
    "store": 1,
    "decks": 1,
    "grading": 2,
    "study": 2,
    "ui": 3,
    "cli": 4,
}
MODULES = sorted(PACKAGE.glob("*/**/*.py"))


def imported(path: Path) -> set[str]:
    """Every module that the file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    mine = layer(path)
    layers = {name.split(".")[1] for name in imported(path) if name.startswith("quizml.")}
    wrong = {other for other in layers if other != mine and RANK[other] >= RANK[mine]}
    assert not wrong, f"{mine} must not import {', '.join(sorted(wrong))}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_layer_that_owns_it_imports_a_library(path: Path) -> None:
    owners = {
        "sqlite3": {"store"},
        "yaml": {"decks"},
        "texicode": {"ui"},
        "fsrs_rs_python": {"scheduling"},
        "platformdirs": {"cli"},
        "typer": {"cli"},
        "numpy": {"references", "grading"},
        "rich": {"ui", "cli"},
        "random": {"decks", "grading", "references", "ui", "cli"},
    }
    roots = {name.split(".")[0] for name in imported(path)}
    foreign = {root for root in roots if layer(path) not in owners.get(root, {layer(path)})}
    assert not foreign


def modules_loaded_by(program: str) -> set[str]:
    printed = subprocess.run(
        [sys.executable, "-c", f"import sys\n{program}\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(printed.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = modules_loaded_by("import quizml.cli.app")
    assert not loaded & {"numpy", "rich.console", "yaml", "sqlite3", "quizml.store"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 320, "a file this long has two jobs"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 60, f"{node.name} is too long to read at once"
