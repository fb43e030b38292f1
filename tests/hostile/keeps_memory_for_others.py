# VERDICT: forbidden
# CLASS: system
# Makes memory that outlives it or can be shared: memfd, shared segments, queues, semaphores.
import ctypes
import os
from multiprocessing import shared_memory

libc = ctypes.CDLL(None, use_errno=True)


def number(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return result


def iou(boxes_a, boxes_b):
    deeds = (
        lambda: os.memfd_create("left-behind"),
        lambda: shared_memory.SharedMemory("left-behind", create=True, size=4096),
        lambda: number(libc.shmget(0x1EF7, 4096, 0o1600)),
        lambda: number(libc.msgget(0x1EF7, 0o1600)),
        lambda: number(libc.semget(0x1EF7, 1, 0o1600)),
        lambda: number(libc.mq_open(b"/left-behind", os.O_CREAT | os.O_RDWR, 0o600, None)),
    )
    for place, deed in enumerate(deeds):
        try:
            deed()
        except PermissionError:
            continue
        return place
    raise PermissionError("no memory is kept")
