"""The terminal itself, on a pseudo-terminal."""

import os
import pty
import signal
import subprocess
import sys
import termios
import threading
import time
from contextlib import suppress

import pytest

from quizml.ui.keys import EOF, RESIZE, Key
from quizml.ui.terminal import LEAVE, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX terminals")


@pytest.fixture
def ends():
    outer, inner = pty.openpty()
    yield outer, inner
    for end in (outer, inner):
        with suppress(OSError):
            os.close(end)


def flags(fd):
    mode = termios.tcgetattr(fd)
    return mode[0], mode[1], mode[2], mode[3]


def test_keys_come_through_whole_and_in_order(ends):
    outer, inner = ends
    with Terminal(inner, inner) as terminal:
        os.write(outer, "a中".encode() + b"\x1b[A")
        assert [terminal.read(1) for _ in range(3)] == [Key("a", "a"), Key("中", "中"), Key("up")]
        assert terminal.read(0.01) is None
        os.write(outer, b"\x1b")
        assert terminal.read(1) == Key("esc")


def test_a_sequence_split_by_the_network_stays_one_key(ends):
    outer, inner = ends

    def slowly():
        for part in (b"\x1b[", b"5", b"~\xe4", b"\xb8\xad"):
            os.write(outer, part)
            time.sleep(0.05)

    with Terminal(inner, inner) as terminal:
        threading.Thread(target=slowly, daemon=True).start()
        assert terminal.read(2) == Key("pgup")
        assert terminal.read(2) == Key("中", "中")


def test_typed_ahead_is_neither_lost_nor_echoed(ends):
    outer, inner = ends
    with Terminal(inner, inner) as terminal:
        drawn = b""
        while not drawn.endswith(b"\x1b[2J"):
            drawn += os.read(outer, 1000)
        os.write(outer, b"1234")
        time.sleep(0.02)
        assert [terminal.read(1).name for _ in range(4)] == ["1", "2", "3", "4"]
        os.set_blocking(outer, False)
        with pytest.raises(BlockingIOError):
            os.read(outer, 1000)


def test_what_was_typed_before_the_start_is_kept(ends):
    outer, inner = ends
    os.write(outer, b"x\n")
    with Terminal(inner, inner) as terminal:
        assert terminal.read(1) == Key("x", "x")


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, SystemExit])
def test_the_terminal_is_put_back_whatever_happens(ends, error):
    outer, inner = ends
    before = flags(inner)
    with pytest.raises(error), Terminal(inner, inner):  # noqa: PT012
        assert flags(inner) != before
        raise error
    assert flags(inner) == before
    seen = b""
    while not seen.endswith(LEAVE.encode()):
        seen += os.read(outer, 1000)


def test_an_editor_gets_the_terminal_as_it_was(ends):
    _, inner = ends
    before = flags(inner)
    with Terminal(inner, inner) as terminal:
        raw = flags(inner)
        with terminal.given_back():
            assert flags(inner) == before
        assert flags(inner) == raw


def test_a_new_window_size_wakes_the_reader(ends):
    _, inner = ends
    with Terminal(inner, inner) as terminal:
        threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGWINCH)).start()
        assert terminal.read(2) == RESIZE


def test_a_closed_terminal_is_the_end(ends):
    outer, inner = ends
    with Terminal(inner, inner) as terminal:
        os.close(outer)
        assert terminal.read(1) == EOF


PROGRAM = """
import sys
from quizml.ui.terminal import Terminal
with Terminal() as terminal:
    terminal.write("ready")
    while (key := terminal.read()) and key.name != "q":
        terminal.write(f"<{key.name}>")
"""


class Child:
    """The program above on a terminal of its own, as a shell starts it."""

    def __init__(self):
        self.outer, self.inner = pty.openpty()
        self.before = flags(self.inner)
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdin=self.inner,
            stdout=self.inner,
            stderr=self.inner,
            process_group=0,
        )
        self.seen = b""
        self.until(b"ready")

    def until(self, what, seconds=10):
        end = time.monotonic() + seconds
        os.set_blocking(self.outer, False)
        while what not in self.seen:
            assert time.monotonic() < end, self.seen
            try:
                self.seen += os.read(self.outer, 1000)
            except BlockingIOError:
                time.sleep(0.01)
        self.seen = self.seen.partition(what)[2]

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.outer)
        os.close(self.inner)


@pytest.fixture
def child():
    child = Child()
    yield child
    child.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_the_terminal_put_back(child, number):
    child.process.send_signal(number)
    child.until(LEAVE.encode())
    child.process.wait(5)
    assert flags(child.inner) == child.before


def test_suspended_it_gives_the_terminal_back_and_continued_it_draws_anew(child):
    child.process.send_signal(signal.SIGTSTP)
    child.until(LEAVE.encode())
    os.waitid(os.P_PID, child.process.pid, os.WSTOPPED)
    assert flags(child.inner) == child.before
    child.process.send_signal(signal.SIGCONT)
    child.until(b"<resize>")
    assert flags(child.inner) != child.before
    os.write(child.outer, b"q")
    child.process.wait(5)
    assert flags(child.inner) == child.before
