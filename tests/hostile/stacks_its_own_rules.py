# VERDICT: forbidden
# CLASS: system
# Lays a Landlock rule set of its own over the fence, one that allows everything.
import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
CREATE, ADD, RESTRICT = 444, 445, 446
ALL = (1 << 13) - 1


def iou(boxes_a, boxes_b):
    rules = libc.syscall(CREATE, struct.pack("<Q", ALL), 8, 0)
    root = os.open("/", os.O_PATH)
    libc.syscall(ADD, rules, 1, struct.pack("<Qi", ALL, root), 0)
    libc.syscall(RESTRICT, rules, 0)
    return open("/etc/passwd").read()
