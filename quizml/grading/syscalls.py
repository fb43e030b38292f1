"""The seccomp filters, as the kernel's bytecode: which system calls a fenced process may make.

Pure. Standard library only: the child gets this text as its own. Sources: seccomp(2) and the
kernel's syscall tables.
"""

import struct
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
move_pages 279 239|vhangup 153 58|syslog 103 116
"""
"""Name, number on x86-64, number on aarch64: each is answered with EPERM."""

FOR_ZYGOTES = ("fork", "vfork", "kill", "setsid", "setpgid", "prctl", "seccomp", "setrlimit")
"""Refused by the inner ring only: the zygote forks, ends its children, and they have to fence."""

CLONE, TGKILL, PRLIMIT = (56, 220), (234, 131), (302, 261)
FCNTL, IOCTL = (72, 25), (16, 29)
CLONE3 = 435
CLONE_THREAD = 0x10000
OWNERS = (8, 10, 15)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX: with them a descriptor sends any signal to any process."""
TERMINAL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
"""TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX: other requests change files' flags."""

LOAD, EQUAL, AT_LEAST, ABOVE, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x25, 0x45, 0x06
ALLOW, KILL, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
VERDICTS = {"allow": ALLOW, "kill": KILL, "eperm": EPERM, "enosys": ENOSYS}


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
        (EQUAL, FCNTL[column], "fcntl", ""),
        (EQUAL, IOCTL[column], "ioctl", ""),
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
        ("label", "fcntl"),
        (LOAD, 24),
        *((EQUAL, request, "eperm", "") for request in OWNERS),
        (RETURN, ALLOW),
        ("label", "ioctl"),
        (LOAD, 24),
        *((EQUAL, request, "allow", "") for request in TERMINAL),
        (RETURN, EPERM),
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
