# VERDICT: forbidden
# CLASS: system
# Sets the flags of a file that it may only read, as chattr would (the same ones again).
import fcntl
import os

GETFLAGS, SETFLAGS = 0x80086601, 0x40086602


def iou(boxes_a, boxes_b):
    descriptor = os.open(os.__file__, os.O_RDONLY)
    flags = fcntl.ioctl(descriptor, GETFLAGS, bytes(8))
    fcntl.ioctl(descriptor, SETFLAGS, flags)
