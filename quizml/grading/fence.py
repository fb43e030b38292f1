"""The fence around a submission: Landlock, seccomp filters and resource limits (Linux).

It has two rings. The zygote closes the outer one before it imports numpy: no file but the
libraries' can be read, none written, no socket opened; it may still fork. Each child forked from
it closes the inner one, which forbids that too and bounds its resources, and tests the whole before
it reads the submission. Standard library only: they get this text as their own. Source:
landlock(7).
"""

import os
import struct
import sys
from typing import Any

from quizml.grading.syscalls import ARCHITECTURES, seccomp_program

READ = 1 << 2 | 1 << 3  # LANDLOCK_ACCESS_FS_READ_FILE, _READ_DIR
HANDLED = {1: 13, 2: 14, 3: 15, 4: 15}  # Landlock's ABI -> how many rights it knows; 16 since 5


def set_limits(memory: int, cpu_seconds: int, threads: bool) -> None:
    """Bound memory, time, files; processes too, where we are not root and need no threads."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    wanted = {
        "RLIMIT_AS": (memory, memory),
        "RLIMIT_CPU": (cpu_seconds, cpu_seconds + 1),
        "RLIMIT_FSIZE": (0, 0),
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_NOFILE": (64, 64),
        **({} if threads else {"RLIMIT_NPROC": (0, 0)}),
    }
    for name, limit in wanted.items():
        try:
            resource.setrlimit(getattr(resource, name), limit)
        except (AttributeError, OSError, ValueError):
            continue  # macOS refuses some; the level says "limits" all the same


class Kernel:
    """Calls that Python does not have; each returns what went wrong, or nothing."""

    def __init__(self) -> None:
        import ctypes  # noqa: PLC0415 - the parent needs this file's text, not ctypes

        self.ctypes = ctypes
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.libc.syscall.restype = ctypes.c_long

    def _call(self, number: int, *arguments: Any) -> int:
        long = self.ctypes.c_long
        widened = [long(a) if isinstance(a, int) else a for a in arguments]
        return int(self.libc.syscall(long(number), *widened))

    def _error(self) -> str:
        return os.strerror(self.ctypes.get_errno())

    def prctl(self, option: int, value: Any, more: Any = 0) -> str:
        """Set one property of this process."""
        long = self.ctypes.c_ulong
        rest = [long(v) if isinstance(v, int) else v for v in (value, more)]
        return self._error() if self.libc.prctl(option, *rest, long(0), long(0)) else ""

    def drop_capabilities(self) -> str:
        """All but CAP_DAC_READ_SEARCH, for whoever has it: what may be read is Landlock's."""
        head = struct.pack("<Ii", 0x20080522, 0)
        for kept in (1 << 2, 0):
            if not self.libc.capset(head, struct.pack("<6I", kept, kept, 0, 0, 0, 0)):
                return ""
        return self._error()

    def landlock(self, readable: tuple[str, ...]) -> str:
        """Leave this process nothing of the file system but reading beneath `readable`."""
        abi = self._call(444, None, 0, 1)
        if abi < 1:
            return "the kernel has no Landlock"
        rights = (1 << HANDLED.get(abi, 16)) - 1
        attribute = struct.pack("<QQQ", rights, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
        size = 24 if abi >= 6 else 16 if abi >= 4 else 8
        rules = self._call(444, attribute, size, 0)
        if rules < 0:
            return f"Landlock: {self._error()}"
        for path in readable:
            self._allow(rules, path)
        refused = self._call(446, rules, 0)
        os.close(rules)
        return f"Landlock: {self._error()}" if refused else ""

    def _allow(self, rules: int, path: str) -> None:
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            return  # what is not there need not be read
        rights = READ if os.path.isdir(path) else READ & ~(1 << 3)  # noqa: PTH112 - as above
        self._call(445, rules, 1, struct.pack("<Qi", rights, place), 0)
        os.close(place)

    def seccomp(self, pid: int | None) -> str:
        """Refuse the calls of the table from now on: with a pid all of them, without the outer."""
        machine = os.uname().machine
        if machine not in ARCHITECTURES or sys.maxsize < 2**32:
            return f"no seccomp filter for {machine}"
        program = seccomp_program(machine, pid)
        text = self.ctypes.create_string_buffer(program, len(program))
        head = struct.pack("@HP", len(program) // 8, self.ctypes.addressof(text))
        wrong = self.prctl(22, 2, self.ctypes.create_string_buffer(head, len(head)))
        return f"seccomp: {wrong}" if wrong else ""

    def seatbelt(self, profile: str) -> str:
        """Apply a sandbox profile to this process (macOS)."""
        problem = self.ctypes.c_char_p()
        init = self.libc.sandbox_init
        refused = init(profile.encode(), self.ctypes.c_uint64(0), self.ctypes.byref(problem))
        return f"seatbelt: {(problem.value or b'').decode()}" if refused else ""


_wrong = ["the fence was not closed"]
_seatbelt: list[str] = []


def die_with(parent: int) -> None:
    """End this process when its parent ends (Linux)."""
    if sys.platform.startswith("linux"):
        Kernel().prctl(1, 9)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:
            os._exit(0)


def close_outer_ring(readable: tuple[str, ...] | None) -> None:
    """Files and sockets; None asks for no fence. What failed is told by test_fence."""
    if readable is None:
        _wrong[:] = ["the fence was not asked for"]
    elif sys.platform == "darwin":
        _wrong.clear()
        _seatbelt.append(seatbelt_profile(readable))
    elif not sys.platform.startswith("linux"):
        _wrong[:] = [f"no fence on {sys.platform} yet"]
    else:
        kernel = Kernel()
        found = [kernel.prctl(38, 1), kernel.drop_capabilities()]  # PR_SET_NO_NEW_PRIVS
        found.append(kernel.prctl(4, 0))  # PR_SET_DUMPABLE; capset(2) may have changed it
        found += [kernel.landlock(readable), kernel.seccomp(None)]
        _wrong[:] = [wrong for wrong in found if wrong]


def close_inner_ring(memory: int, cpu_seconds: int, threads: bool) -> None:
    """Limits always; processes and signals where the outer ring was closed."""
    set_limits(memory, cpu_seconds, threads)
    if sys.platform.startswith("linux"):
        kernel = Kernel()
        found = [kernel.prctl(4, 0)]
        if not _wrong:
            found.append(kernel.seccomp(os.getpid()))
        _wrong.extend(wrong for wrong in found if wrong)
    if _seatbelt:
        wrong = Kernel().seatbelt(_seatbelt[0])
        _wrong.extend([wrong] if wrong else [])


def seatbelt_profile(readable: tuple[str, ...]) -> str:
    """macOS: what sandbox-exec(1) would be given. All is denied but reading, and memory."""
    paths = " ".join(f'(subpath "{path}")' for path in readable if '"' not in path)
    return (
        "(version 1)(deny default)(allow sysctl-read)(allow signal (target self))"
        f'(allow file-read* (subpath "/usr/lib") (subpath "/System") {paths})'
        '(allow file-read* (literal "/dev/urandom") (literal "/dev/null"))'
    )


def test_fence(canary: str) -> tuple[str, str]:
    """("full", "") if the fence holds, else ("limits", why): tried out, not believed.

    On macOS ("seatbelt", ""): files, processes and sockets are refused, system calls not filtered.
    """
    if _wrong:
        return "limits", "; ".join(_wrong)
    for what, deed in (("read", _read), ("write", _write), ("start a process", _fork)):
        try:
            deed(canary)
        except PermissionError:
            continue
        except OSError as error:
            return "limits", f"self-test: {what}: {error.strerror}"
        return "limits", f"self-test: it could {what}"
    if Kernel().libc.socket(2, 2, 0) >= 0 and not _seatbelt:
        return "limits", "self-test: it could open a socket"
    return ("seatbelt" if _seatbelt else "full"), ""


def _read(canary: str) -> None:
    os.close(os.open(canary, os.O_RDONLY))


def _write(canary: str) -> None:
    os.close(os.open(canary + ".new", os.O_WRONLY | os.O_CREAT))


def _fork(canary: str) -> None:  # noqa: ARG001
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)
