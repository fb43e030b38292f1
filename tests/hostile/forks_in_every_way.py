# VERDICT: forbidden
# CLASS: system
# Starts processes by fork, forkpty, vfork, clone, posix_spawn and multiprocessing.
import ctypes
import multiprocessing
import os
import platform
import signal

libc = ctypes.CDLL(None, use_errno=True)
CLONE = {"x86_64": 56, "aarch64": 220}.get(platform.machine(), 56)


def by_clone():
    if libc.syscall(CLONE, signal.SIGCHLD, 0, 0, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), "clone")


def by_vfork():
    if libc.vfork() < 0:
        raise OSError(ctypes.get_errno(), "vfork")


def by_spawn():
    os.posix_spawn("/bin/true", ["true"], {})


def by_multiprocessing():
    multiprocessing.get_context("fork").Process(target=print).start()


def iou(boxes_a, boxes_b):
    ways = (os.fork, os.forkpty, by_clone, by_vfork, by_spawn, by_multiprocessing)
    for way in ways:
        try:
            way()
        except PermissionError:
            continue
        return way.__name__
    raise PermissionError("each way is closed")
