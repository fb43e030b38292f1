# VERDICT: forbidden
# CLASS: system
# Leaves a process behind in a session of its own, with the pipes open.
import os
import time


def iou(boxes_a, boxes_b):
    if os.fork() == 0:
        os.setsid()
        time.sleep(600)
    return None
