# VERDICT: forbidden
# CLASS: reading
# Reads files through everything but open: NumPy, linecache, mmap, C, a library that is loaded.
import ctypes
import io
import linecache
import mmap
import os
import runpy

import numpy as np

FILES = "/etc/passwd", "/etc/hostname"


def by_c(path):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.fopen.restype = ctypes.c_void_p
    if not libc.fopen(path.encode(), b"r"):
        raise OSError(ctypes.get_errno(), "fopen")


def by_map(path):
    return mmap.mmap(os.open(path, os.O_RDONLY), 0, prot=mmap.PROT_READ)


def by_lines(path):
    if not linecache.getlines(path):
        raise PermissionError(path)


def iou(boxes_a, boxes_b):
    ways = [by_c, by_map, by_lines, np.fromfile, np.load, np.loadtxt, np.memmap, io.open_code]
    read = []
    for way in [*ways, runpy.run_path]:
        for path in FILES:
            try:
                way(path)
            except (PermissionError, FileNotFoundError):
                continue
            read.append((way, path))
    print(read)
    if not read:
        raise PermissionError("each way is closed")
