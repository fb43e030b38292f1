# VERDICT: forbidden
# CLASS: reading
# Reads memory, maps, environment and arguments of every process above it.
import os


def iou(boxes_a, boxes_b):
    read = []
    above = os.getppid()
    for process in [*range(max(above - 50, 1), above + 1), 1]:
        for name in ("environ", "cmdline", "maps", "mem", "cwd/canary.txt", "root/etc/passwd"):
            try:
                read.append(open(f"/proc/{process}/{name}", "rb").read(1000))
            except OSError:
                continue
    print(read)
    if not read:
        raise PermissionError("all of them are closed")
