# VERDICT: forbidden
# CLASS: system
# Makes namespaces of its own, mounts there, changes its root, its user and the host's name.
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
NEWUSER, NEWNS, NEWNET, BIND = 0x10000000, 0x20000, 0x40000000, 0x1000


def iou(boxes_a, boxes_b):
    calls = (
        lambda: libc.unshare(NEWUSER),
        lambda: libc.unshare(NEWUSER | NEWNS | NEWNET),
        lambda: libc.setns(0, 0),
        lambda: libc.mount(b"/", b".", None, BIND, None),
        lambda: libc.umount2(b"/proc", 2),
        lambda: libc.chroot(b"."),
        lambda: libc.setuid(os.getuid()),
        lambda: libc.setgroups(0, None),
        lambda: libc.syscall(428, -100, b".", 1),  # open_tree
    )
    allowed = [place for place, call in enumerate(calls) if call() >= 0]
    if not allowed:
        raise PermissionError("it stays where it is")
    return allowed
