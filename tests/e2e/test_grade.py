"""Grading many files at a terminal."""

from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.e2e.test_watch import HANGS, interrupted, nothing_left

SOFTMAX = (Path(__file__).parent.parent / "right/softmax/plain.py").read_text("utf-8")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three softmaxes, a function that hangs, and a folder for temporary files."""
    (tmp_path / "scratch").mkdir()
    folder = tmp_path / "course"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.py").write_text(SOFTMAX)
    (folder / "d.py").write_text(HANGS)
    monkeypatch.chdir(folder)
    return tmp_path / "scratch"


def test_a_folder_tells_how_far_it_is_and_ends_with_a_table(course: Path) -> None:
    with Terminal("grade", ".", "--jobs", 2, rows=40, TMPDIR=str(course)) as terminal:
        terminal.wait_for("3 of 4 graded")
        assert terminal.finish() == 1
        shown = terminal.screen()
    assert "of 4 graded" not in shown
    assert "3 of 4 passed" in shown
    assert "b.py  softmax   passed" in shown


@pytest.mark.parametrize("jobs", [1, 2])
def test_control_c_in_the_middle_leaves_no_process(course: Path, jobs: int) -> None:
    with Terminal("grade", ".", "--jobs", jobs, rows=40, TMPDIR=str(course)) as terminal:
        terminal.wait_for("3 of 4 graded")
        terminal.press("\x03")
        assert interrupted(terminal)
        assert "Traceback" not in terminal.screen()
    assert nothing_left(course)
