"""The real program in a pseudo-terminal: keys go in, a screen comes out."""

import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte


class Terminal:
    """`quizml` running in a terminal of the given size; `screen()` is what a person sees."""

    def __init__(
        self, *arguments: object, rows: int = 24, columns: int = 80, **environment: str
    ) -> None:
        self.screen_ = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen_)
        env = {
            **os.environ,
            "TERM": "xterm-256color",
            "PYTHONUNBUFFERED": "1",
            **environment,
        }
        env.pop("COLUMNS", None)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "quizml", *map(str, arguments)],
            env=env,
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=20,
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.child.close(force=True)

    def pump(self, seconds: float = 0.05) -> bool:
        """Draw what the program has written; False once it has ended."""
        try:
            self._stream.feed(self.child.read_nonblocking(65536, timeout=seconds))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True

    def feed(self, written: str) -> None:
        """Draw what was read elsewhere."""
        self._stream.feed(written)

    def screen(self) -> str:
        """The screen as text, wide characters once."""
        return "\n".join(line.rstrip() for line in self.screen_.display)

    def wait_for(self, *texts: str, seconds: float = 15) -> str:
        """The screen once it shows one of `texts`; fails with the screen if it never does."""
        until = time.monotonic() + seconds
        alive = True
        while time.monotonic() < until:
            shown = self.screen()
            if any(text in shown for text in texts):
                return shown
            if not alive:
                break
            alive = self.pump()
        raise AssertionError(f"never saw {texts!r}; the screen is\n{self.screen()}")

    def press(self, keys: str) -> None:
        """Type keys as a person would, all at once."""
        self.child.send(keys)

    def finish(self, seconds: float = 15) -> int:
        """The exit status, once the program has ended by itself."""
        until = time.monotonic() + seconds
        while self.pump():
            assert time.monotonic() < until, f"still running:\n{self.screen()}"
        self.child.wait()
        status: int = self.child.exitstatus
        return status


def cards(folder: Path, count: int) -> Path:
    """A deck of `count` basic cards in `folder`."""
    file = folder / "many.yaml"
    lines = ["title: {en: Many, zh: 许多}", "cards:"]
    for n in range(count):
        lines += [
            f"  - id: card-{n:04}",
            f"    topic: topic-{n:04}",
            f"    question: {{en: 'Question {n:04}?', zh: '问题 {n:04}？'}}",
            f"    answer: {{en: 'Answer {n:04}.', zh: '答案 {n:04}。'}}",
        ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
