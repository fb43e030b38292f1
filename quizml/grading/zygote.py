"""The process that children are forked from: fenced first, then numpy is loaded, once for all.

Its text is sent to a bare interpreter. Nothing of ours can be imported there: `nursery.program`
lays protocol, fence, child and this file one after the other. It never sees a submission: each
child gets its own pipes, and reads the text from them.
"""

import _socket
import importlib.util
import os
import select
import signal
import struct
import sys
import warnings
from typing import Any

from quizml.grading.child import serve
from quizml.grading.fence import close_outer_ring, die_with
from quizml.grading.protocol import NOTE, unpack

PIPES = 3
"""Requests, replies and printed output of one child."""
OWN = 128
"""Descriptors of the zygote's own are below."""


class OnlyThese:
    """Finds the packages that a submission may import outside the standard library."""

    def __init__(self, packages: tuple[tuple[str, str, str], ...]) -> None:
        self.packages = {name: (file, folder) for name, file, folder in packages}

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:  # noqa: ARG002
        """Where a package begins; its modules are then found by Python itself."""
        if name not in self.packages:
            return None
        file, folder = self.packages[name]
        return importlib.util.spec_from_file_location(
            name, file, submodule_search_locations=[folder] if folder else None
        )


class Zygote:
    """Forks children when asked to, ends them when asked to, and tells how each ended."""

    def __init__(self, control: Any) -> None:
        self.control = control
        self.children: set[int] = set()
        self.woken, self.wake = os.pipe()
        os.set_blocking(self.woken, False)
        os.set_blocking(self.wake, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self.wake)

    def start(self) -> None:
        """Close the outer ring and import what submissions may use; say that it is done."""
        size = NOTE.unpack(self._receive(NOTE.size))[1]
        readable, packages, names = unpack(self._receive(size))
        close_outer_ring(readable)
        sys.meta_path.append(OnlyThese(packages))
        warnings.filterwarnings("ignore", message=r"os\.fork\(\) was called")  # JAX, while idle
        for name in names:
            __import__(name)
        self._tell(b"R", 0, 0)

    def run(self) -> None:
        """Until the parent is gone."""
        poll = select.poll()
        for place in (self.control.fileno(), self.woken):
            poll.register(place, select.POLLIN)
        while True:
            ready = {place for place, _ in poll.poll()}
            if self.woken in ready:
                os.read(self.woken, 4096)
                self._reap()
            if self.control.fileno() in ready:
                self._answer()

    def _answer(self) -> None:
        data, extra, _, _ = self.control.recvmsg(NOTE.size, _socket.CMSG_LEN(4 * PIPES))
        if not data:
            self._leave()
        data += self._receive(NOTE.size - len(data))
        kind, pid, _ = NOTE.unpack(data)
        if kind == b"F":
            self._fork(struct.unpack(f"{PIPES}i", extra[0][2]))
        elif kind == b"K" and pid in self.children:  # reaped ones are gone: no other is hit
            self._kill(pid)

    def _fork(self, pipes: tuple[int, ...]) -> None:
        mine = os.getpid()
        pid = os.fork()
        if not pid:
            self._become_child(pipes, mine)
        for pipe in pipes:
            os.close(pipe)
        self.children.add(pid)
        self._tell(b"P", pid, 0)

    def _become_child(self, pipes: tuple[int, ...], parent: int) -> None:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        die_with(parent)
        os.setsid()
        requests, replies, printed = (os.dup2(pipe, OWN + n) for n, pipe in enumerate(pipes))
        self.control.close()
        os.dup2(printed, 1)
        os.dup2(printed, 2)
        os.closerange(3, OWN)
        requests, replies = os.dup2(requests, 3), os.dup2(replies, 4)
        os.closerange(OWN, OWN + PIPES)
        os.chdir("empty")
        try:
            serve(requests, replies)
        except BaseException:  # noqa: BLE001 - nothing may come back into the zygote's loop
            sys.excepthook(*sys.exc_info())
        os._exit(1)

    def _kill(self, pid: int) -> None:
        for end in (os.killpg, os.kill):  # at first it leads no group yet
            try:
                end(pid, signal.SIGKILL)
            except OSError:
                continue

    def _reap(self) -> None:
        for pid in list(self.children):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                self.children.discard(pid)
                code = os.waitstatus_to_exitcode(status)
                self._tell(b"X", pid, code)

    def _leave(self) -> None:
        for pid in self.children:
            self._kill(pid)
        os._exit(0)

    def _tell(self, kind: bytes, pid: int, code: int) -> None:
        os.write(self.control.fileno(), NOTE.pack(kind, pid, code))  # send() is forbidden by now

    def _receive(self, size: int) -> bytes:
        parts = b""
        while len(parts) < size:
            part = self.control.recv(size - len(parts))
            if not part:
                self._leave()
            parts += part
        return parts


def main() -> None:
    """On standard input is the socket to the parent, in the arguments its process id."""
    die_with(int(sys.argv.pop()))
    control = _socket.socket(fileno=os.dup(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    zygote = Zygote(control)
    zygote.start()
    zygote.run()


if __name__ == "__main__":
    main()
