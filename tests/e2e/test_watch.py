"""`quizml grade --watch` in a terminal: an editor saves, somebody presses keys."""

import os
import signal
import termios
import time
from pathlib import Path

import pytest

from quizml.cli.context import Context
from quizml.model.heads import CardId
from tests.e2e.terminal import Terminal

TESTS = Path(__file__).parent.parent
RIGHT = (TESTS / "right/nms/vectorised.py").read_text("utf-8")
WRONG = (TESTS / "wrong/nms/at_least.py").read_text("utf-8")
HANGS = "def nms(boxes, scores, iou_threshold=0.5):\n    while True:\n        pass\n"
NMS = CardId("coding-boxes/nms")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "nms.py"


@pytest.fixture
def watching(file: Path, tmp_path: Path):
    """The program in a terminal, its temporary files in a folder of this test."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    def start(text: str, *options: object, **where: object) -> Terminal:
        file.write_text(text, encoding="utf-8")
        return Terminal("grade", file.name, "--watch", *options, TMPDIR=str(scratch), **where)

    return start


def verdicts() -> list[str]:
    return [str(attempt.verdict) for attempt in Context().store().attempts(NMS)]


def alive(folder: Path) -> list[int]:
    """Processes that stand in this folder: the sandbox's own."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                place = (entry / "cwd").readlink()
            except OSError:
                continue
            if place.is_relative_to(folder):
                found.append(int(entry.name))
    return found


def nothing_left(folder: Path) -> bool:
    until = time.monotonic() + 5
    while alive(folder) and time.monotonic() < until:
        time.sleep(0.05)
    return not alive(folder)


def interrupted(terminal: Terminal) -> bool:
    """Whether it ended as a shell's 130: Python turns some interrupts into the signal again."""
    return terminal.finish() == 130 or terminal.child.signalstatus == signal.SIGINT


def replaced(file: Path, text: str) -> None:
    """Saved as vim and many others do it: written beside, then renamed."""
    beside = file.with_suffix(".swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def test_a_file_is_graded_again_whenever_it_is_saved(watching, file: Path) -> None:
    with watching(WRONG) as terminal:
        shown = terminal.wait_for("nms: wrong")
        assert "graded at 21:00:00 in" in shown
        assert "h hint" in shown
        replaced(file, RIGHT)
        terminal.wait_for("nms: passed")
        file.write_text(WRONG, encoding="utf-8")
        terminal.wait_for("nms: wrong")
        terminal.press("q")
        assert terminal.finish() == 1
        assert "attempt 3 kept" in terminal.screen()  # the last report stays
        assert terminal.screen_.cursor.hidden is False
    assert verdicts() == ["wrong", "passed", "wrong"]


def test_a_file_away_or_half_written_is_told_in_a_line_and_watched_on(watching, file) -> None:
    with watching(RIGHT) as terminal:
        terminal.wait_for("nms: passed")
        file.write_text("def nms(boxes:\n", encoding="utf-8")
        shown = terminal.wait_for("nms.py:1: '(' was never closed: def nms(boxes:")
        assert "nms: passed" not in shown
        file.unlink()
        terminal.wait_for("nms.py is not there; waiting for it.")
        file.write_text(RIGHT, encoding="utf-8")
        shown = terminal.wait_for("nms: passed")
        assert "not there" not in shown
        file.write_text("", encoding="utf-8")
        terminal.wait_for("nms.py: nothing to grade")
        terminal.press("q")
        assert terminal.finish() == 2
    assert verdicts() == ["passed", "passed"]


def test_hints_come_one_by_one_and_the_reference_once_it_is_earned(watching, file) -> None:
    with watching(WRONG, rows=50) as terminal:
        terminal.wait_for("nms: wrong")
        terminal.press("h")
        shown = terminal.wait_for("Hint 1 of 4")
        assert "Hint 2" not in shown
        terminal.press("h")
        terminal.wait_for("Hint 2 of 4")
        terminal.press("l")
        terminal.wait_for("提示 2/4")
        terminal.press("ll")
        terminal.wait_for("Hint 2 of 4")
        terminal.press("hhh")
        terminal.wait_for("There are no more hints.")
        terminal.press("r")
        shown = terminal.wait_for("The reference comes after a pass")
        assert "def nms" not in shown
        replaced(file, RIGHT)
        shown = terminal.wait_for("nms: passed")
        assert "Hint" not in shown
        terminal.press("h")
        terminal.wait_for("no hint is needed")
        terminal.press("r")
        terminal.wait_for("── Reference ─")
        assert "nms: passed" not in terminal.screen()
        terminal.press("r")
        terminal.wait_for("nms: passed")
        terminal.press("q")
        assert terminal.finish() == 0


def test_a_long_report_is_scrolled_and_a_smaller_window_drawn_anew(watching) -> None:
    with watching(WRONG, rows=14) as terminal:
        terminal.wait_for("nms: wrong")
        assert "likely cause" not in terminal.screen()
        terminal.press("\x1b[6~\x1b[6~")
        terminal.wait_for("likely cause")
        terminal.screen_.resize(12, 50)
        terminal.child.setwinsize(12, 50)
        terminal.press("\x1b[5~\x1b[5~\x1b[5~")
        shown = terminal.wait_for("nms: wrong")
        assert max(map(len, shown.splitlines())) <= 50
        terminal.press("q")
        assert terminal.finish() == 1


@pytest.mark.parametrize("moment", [0.0, 0.2, 0.5, 1.0, 2.0])
def test_control_c_in_a_run_leaves_no_process(watching, tmp_path: Path, moment: float) -> None:
    with watching(HANGS) as terminal:
        before = termios.tcgetattr(terminal.child.child_fd)[3]
        terminal.wait_for("grading")
        time.sleep(moment)
        terminal.press("\x03")
        assert interrupted(terminal)
        assert "Traceback" not in terminal.screen()
        after = termios.tcgetattr(terminal.child.child_fd)[3]
        assert after & termios.ECHO
        assert after & termios.ICANON
        assert before is not None
    assert nothing_left(tmp_path / "scratch")


def test_q_in_a_run_ends_it_at_once_with_the_verdict_before(watching, file, tmp_path) -> None:
    with watching(RIGHT) as terminal:
        terminal.wait_for("nms: passed")
        file.write_text(HANGS, encoding="utf-8")
        terminal.wait_for("grading")
        began = time.monotonic()
        terminal.press("q")
        assert terminal.finish() == 0
        assert time.monotonic() - began < 2
    assert nothing_left(tmp_path / "scratch")
    assert verdicts() == ["passed"]


def test_q_before_any_verdict_is_an_interruption(watching, tmp_path) -> None:
    with watching(HANGS) as terminal:
        terminal.wait_for("grading")
        terminal.press("q")
        assert interrupted(terminal)
    assert nothing_left(tmp_path / "scratch")
    assert verdicts() == []


def test_a_key_pressed_in_a_run_is_answered_after_it(watching) -> None:
    with watching(HANGS, rows=40) as terminal:
        terminal.wait_for("grading")
        terminal.press("h")
        terminal.wait_for("Hint 1 of 4")
        assert "timeout" in terminal.screen()


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_leaves_the_terminal_as_it_was(watching, tmp_path, sent, status) -> None:
    with watching(HANGS) as terminal:
        terminal.wait_for("grading")
        os.kill(terminal.child.pid, sent)
        assert terminal.finish() == status
        assert termios.tcgetattr(terminal.child.child_fd)[3] & termios.ECHO
    assert nothing_left(tmp_path / "scratch")


def test_a_folder_is_watched_with_the_files_that_come_later(watching, file, tmp_path) -> None:
    (tmp_path / "helper.py").write_text("x = 1\n")
    file.write_text(RIGHT, encoding="utf-8")
    with Terminal("grade", tmp_path, "--watch") as terminal:
        terminal.wait_for("nms: passed")
        (tmp_path / "late.py").write_text(WRONG, encoding="utf-8")
        shown = terminal.wait_for("nms: wrong")
        assert "late.py" in shown
        (tmp_path / "helper.py").write_text("x = 2\n")
        time.sleep(1)
        terminal.pump()
        assert "nms: wrong" in terminal.screen()
