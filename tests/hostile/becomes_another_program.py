# VERDICT: forbidden
# CLASS: system
# Replaces itself by a shell or by another Python, which would have no fence of Python's.
import os
import sys


def iou(boxes_a, boxes_b):
    for program in ("/bin/sh", sys.executable, "/usr/bin/python3"):
        try:
            os.execv(program, [program, "-c", "echo passed"])
        except PermissionError as error:
            refused = error
    raise refused
