"""The parent's side of the zygote: starts it, and has it fork a fenced child for each submission.

Making a `Nursery` does not wait: the zygote imports numpy while the parent does. One nursery serves
one thread.
"""

from __future__ import annotations

import _socket
import os
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from quizml.grading.backends import NUMPY, needed, packages
from quizml.grading.protocol import NOTE, pack
from quizml.grading.readable import readable_paths
from quizml.model.errors import Fault

if TYPE_CHECKING:
    from types import TracebackType

    from quizml.grading.backends import Backend

HERE = Path(__file__).parent
PARTS = ("protocol.py", "syscalls.py", "fence.py", "tensors.py", "child.py", "zygote.py")
THREADS = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
START_SECONDS = 30.0
END_SECONDS = 5.0


def program() -> str:
    """The zygote's text: our files one after the other, without their imports of each other."""
    lines = [line for part in PARTS for line in (HERE / part).read_text("utf-8").splitlines()]
    return "\n".join(line for line in lines if not line.startswith("from quizml."))


def environment() -> dict[str, str]:
    """Next to nothing: one thread for the algebra, and what the interpreter needs to start."""
    kept = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
    return dict.fromkeys(THREADS, "1") | {n: os.environ[n] for n in kept if n in os.environ}


def _fresh_folder() -> Path:
    from tempfile import gettempdir  # noqa: PLC0415 - finds the place, and costs its import

    folder = Path(gettempdir()) / f"grade-{os.urandom(8).hex()}"
    (folder / "empty").mkdir(parents=True, mode=0o700)
    (folder / "canary").write_text("not for the child")
    return folder


class Nursery:
    """One zygote and the children that it forks."""

    def __init__(self, backend: Backend = NUMPY, *, fence: bool = True) -> None:
        allowed = packages(backend)
        self.backend = backend
        self._ready = False
        self._statuses: dict[int, int] = {}
        self.folder = _fresh_folder()
        self._control, theirs = _socket.socketpair()
        try:
            self._process = self._spawn(theirs)
        except OSError as error:
            self._remove()
            raise Fault(f"the sandbox could not be started: {error}") from error
        finally:
            theirs.close()
        readable = readable_paths(needed(backend, allowed)) if fence else None
        asked = pack((readable, allowed, backend.loaded))
        try:
            self._control.sendall(NOTE.pack(b"S", len(asked), 0) + asked)
        except OSError:
            raise self._unborn() from None

    def _spawn(self, theirs: _socket.socket) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our interpreter, our text
            [sys.executable, "-I", "-B", "-S", "-c", program(), str(os.getpid())],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=environment() | dict(self.backend.environment),
            start_new_session=True,
        )

    @property
    def canary(self) -> str:
        """A file that no child may read."""
        return str(self.folder / "canary")

    def bear(self, requests: int, replies: int, printed: int) -> int:
        """The process id of a new child, which has these ends of its pipes."""
        self._wait_until_ready()
        self._tell(NOTE.pack(b"F", 0, 0), (requests, replies, printed))
        kind, pid = b"", 0
        while kind != b"P":
            kind, pid, _ = self._note(START_SECONDS)
        return pid

    def wait(self, pid: int, seconds: float) -> int | None:
        """How a child ended, as subprocess tells it; None if it lives after that time."""
        deadline = time.monotonic() + seconds
        while pid not in self._statuses:
            left = deadline - time.monotonic()
            if left <= 0:
                return None
            try:
                self._note(left)
            except TimeoutError:
                return None
        return self._statuses[pid]

    def end(self, pid: int) -> None:
        """End a child and its process group, for certain."""
        if pid in self._statuses:
            return
        self._tell(NOTE.pack(b"K", pid, 0))
        if self.wait(pid, END_SECONDS) is None:
            raise Fault("a submission's process could not be ended")

    def _wait_until_ready(self) -> None:
        if self._ready:
            return
        try:
            kind, _, _ = self._note(START_SECONDS)
        except TimeoutError:
            raise self._unborn() from None
        self._ready = kind == b"R"

    def _tell(self, note: bytes, pipes: tuple[int, ...] = ()) -> None:
        try:
            if pipes:
                rights = struct.pack(f"{len(pipes)}i", *pipes)
                self._control.sendmsg([note], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, rights)])
            else:
                self._control.sendall(note)
        except OSError:
            raise self._unborn() from None

    def _note(self, seconds: float) -> tuple[bytes, int, int]:
        """The zygote's next note; the ends of children are remembered."""
        self._control.settimeout(seconds)
        note = b""
        while len(note) < NOTE.size:
            try:
                part = self._control.recv(NOTE.size - len(note))
            except TimeoutError:
                raise
            except OSError:
                part = b""
            if not part:
                raise self._unborn()
            note += part
        kind, pid, code = NOTE.unpack(note)
        if kind == b"X":
            self._statuses[pid] = code
        return kind, pid, code

    def _unborn(self) -> Fault:
        from quizml.grading.escape import escaped  # noqa: PLC0415 - when all is lost

        self._process.kill()
        stderr = self._process.stderr
        errors = b"" if stderr is None or stderr.closed else self._process.communicate()[1]
        said = escaped(errors.decode("utf-8", "replace"), 2000).strip().splitlines()
        return Fault("the sandbox could not be started" + (f": {said[-1]}" if said else ""))

    def close(self) -> None:
        """End the zygote and whatever its children left behind; remove its folder."""
        self._control.close()
        self._process.kill()
        self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()
        self._remove()

    def sweep(self) -> None:
        """End what a child at less than the full level left running."""
        from quizml.grading.orphans import sweep  # noqa: PLC0415 - ctypes

        sweep(str(self.folder / "empty"))

    def _remove(self) -> None:
        try:
            (self.folder / "canary").unlink(missing_ok=True)
            (self.folder / "empty").rmdir()
            self.folder.rmdir()
        except OSError:  # something was written there, where the fence does not hold
            import shutil  # noqa: PLC0415

            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
