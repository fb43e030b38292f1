# VERDICT: forbidden
# CLASS: reading
# Reads about itself in /proc: maps, memory, environment, descriptors, mounts.
import os

NAMES = ("maps", "mem", "environ", "cmdline", "status", "mountinfo", "fd", "root", "cwd", "exe")


def iou(boxes_a, boxes_b):
    read = []
    for name in NAMES:
        path = f"/proc/self/{name}"
        try:
            read.append(os.listdir(path) if name in ("fd", "root", "cwd") else open(path).read())
        except PermissionError:
            continue
    print(read)
    if not read:
        raise PermissionError("all of them are closed")
