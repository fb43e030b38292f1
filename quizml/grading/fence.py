"""The fence around a submission: Landlock, seccomp filters and resource limits (Linux).

It has two rings. The zygote closes the outer one before it imports numpy: no file but the
libraries' can be read, none written, no socket opened; it may still fork. Each child forked from
it closes the inner one, which forbids that too and bounds its resources, and tests the whole before
it reads the submission. Standard library only: they get this text as their own. Sources:
landlock(7), seccomp(2) and the kernel's syscall tables.
"""

import os
import struct
import sys
from typing import Any

LAST_SYSCALL = 462  # mseal, Linux 6.10; what came later is answered with ENOSYS
ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
"""Machine -> audit architecture, and column in the table of refused calls."""

REFUSED = """
socket 41 198|socketpair 53 199|bind 49 200|listen 50 201|accept 43 202|accept4 288 242
connect 42 203|sendto 44 206|fork 57 -|vfork 58 -|execve 59 221|execveat 322 281
kill 62 129|tkill 200 130|rt_sigqueueinfo 129 138|rt_tgsigqueueinfo 297 240
pidfd_send_signal 424 424|pidfd_open 434 434|pidfd_getfd 438 438|ptrace 101 117
process_vm_readv 310 270|process_vm_writev 311 271|kcmp 312 272|process_madvise 440 440
process_mrelease 448 448|setpgid 109 154|setsid 112 157|prctl 157 167|seccomp 317 277
personality 135 92|setrlimit 160 164|setpriority 141 140|ioprio_set 251 30
sched_setparam 142 118|sched_setscheduler 144 119|sched_setattr 314 274|sched_setaffinity 203 122
chmod 90 -|fchmod 91 52|fchmodat 268 53|fchmodat2 452 452|chown 92 -|fchown 93 55|lchown 94 -
fchownat 260 54|utime 132 -|utimes 235 -|futimesat 261 -|utimensat 280 88|truncate 76 45
mknod 133 -|mknodat 259 33|setxattr 188 5|lsetxattr 189 6|fsetxattr 190 7|removexattr 197 14
lremovexattr 198 15|fremovexattr 199 16|name_to_handle_at 303 264|open_by_handle_at 304 265
inotify_init 253 -|inotify_init1 294 26|inotify_add_watch 254 27|fanotify_init 300 262
memfd_create 319 279|memfd_secret 447 447|userfaultfd 323 282|io_uring_setup 425 425
io_uring_enter 426 426|io_uring_register 427 427|bpf 321 280|perf_event_open 298 241
shmget 29 194|shmat 30 196|shmctl 31 195|semget 64 190|semop 65 193|semctl 66 191
semtimedop 220 192|msgget 68 186|msgsnd 69 189|msgrcv 70 188|msgctl 71 187|mq_open 240 180
mq_unlink 241 181|mq_timedsend 242 182|mq_timedreceive 243 183|mq_notify 244 184
mq_getsetattr 245 185|add_key 248 217|request_key 249 218|keyctl 250 219
setuid 105 146|setgid 106 144|setreuid 113 145|setregid 114 143|setgroups 116 159
setresuid 117 147|setresgid 119 149|setfsuid 122 151|setfsgid 123 152|capset 126 91
unshare 272 97|setns 308 268|chroot 161 51|pivot_root 155 41|mount 165 40|umount2 166 39
open_tree 428 428|move_mount 429 429|fsopen 430 430|fsconfig 431 431|fsmount 432 432
fspick 433 433|mount_setattr 442 442|quotactl 179 60|quotactl_fd 443 443|swapon 167 224
swapoff 168 225|acct 163 89|reboot 169 142|kexec_load 246 104|kexec_file_load 320 294
init_module 175 105|finit_module 313 273|delete_module 176 106|sethostname 170 161
setdomainname 171 162|settimeofday 164 170|adjtimex 159 171|clock_settime 227 112
clock_adjtime 305 266|iopl 172 -|ioperm 173 -|modify_ldt 154 -|migrate_pages 256 238
move_pages 279 239|vhangup 153 58
"""
"""Name, number on x86-64, number on aarch64: each is answered with EPERM."""

FOR_ZYGOTES = ("fork", "vfork", "kill", "setsid", "setpgid", "prctl", "seccomp", "setrlimit")
"""Refused by the inner ring only: the zygote forks, ends its children, and they have to fence."""

CLONE, TGKILL, PRLIMIT = (56, 220), (234, 131), (302, 261)
CLONE3 = 435
CLONE_THREAD = 0x10000

LOAD, EQUAL, AT_LEAST, ABOVE, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x25, 0x45, 0x06
ALLOW, KILL, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
VERDICTS = {"allow": ALLOW, "kill": KILL, "eperm": EPERM, "enosys": ENOSYS}

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


def seccomp_program(machine: str, pid: int | None) -> bytes:
    """The filter, in the kernel's bytecode: refused calls, and three that depend on arguments.

    Without a pid it is the outer ring's, which leaves to the inner one what a zygote must do.
    """
    audit, column = ARCHITECTURES[machine]
    rows = [row.split() for row in REFUSED.replace("\n", "|").split("|") if row]
    if pid is None:
        rows = [row for row in rows if row[0] not in FOR_ZYGOTES]
    numbers = [int(row[1 + column]) for row in rows if row[1 + column] != "-"]
    by_arguments = [
        (EQUAL, CLONE[column], "clone", ""),
        (EQUAL, TGKILL[column], "tgkill", ""),
        (EQUAL, PRLIMIT[column], "prlimit", ""),
    ]
    code: list[tuple[Any, ...]] = [  # (operation, constant, label if true, label if false)
        (LOAD, 4),
        (EQUAL, audit, "", "kill"),
        (LOAD, 0),
        (AT_LEAST, 0x40000000, "kill", ""),  # x32 has numbers of its own
        (ABOVE, LAST_SYSCALL, "enosys", ""),
        (EQUAL, CLONE3, "enosys", ""),  # its flags are out of sight; glibc falls back to clone
        *(by_arguments if pid is not None else ()),
        *((EQUAL, number, "eperm", "") for number in numbers),
        (RETURN, ALLOW),
        ("label", "clone"),
        (LOAD, 16),
        (ANY_BIT, CLONE_THREAD, "allow", "eperm"),
        ("label", "tgkill"),
        (LOAD, 16),
        (EQUAL, pid or 0, "allow", "eperm"),
        ("label", "prlimit"),
        (LOAD, 32),
        (EQUAL, 0, "", "eperm"),
        (LOAD, 36),
        (EQUAL, 0, "allow", "eperm"),
    ]
    for name, verdict in VERDICTS.items():
        code += [("label", name), (RETURN, verdict)]
    return _assemble(code)


def _assemble(code: list[tuple[Any, ...]]) -> bytes:
    places: dict[str, int] = {}
    steps: list[tuple[Any, ...]] = []
    for line in code:
        if line[0] == "label":
            places[line[1]] = len(steps)
        else:
            steps.append(line)
    out = []
    for place, step in enumerate(steps):
        jumps = [places[label] - place - 1 if label else 0 for label in step[2:]] or [0, 0]
        out.append(struct.pack("<HBBI", step[0], *jumps, step[1]))
    return b"".join(out)


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
        found = [kernel.prctl(4, 0), kernel.prctl(38, 1)]  # PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS
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
