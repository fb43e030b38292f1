# VERDICT: forbidden
# CLASS: system
# Closes every descriptor, the grader's own included, and waits.
import os
import time


def iou(boxes_a, boxes_b):
    os.closerange(0, 256)
    time.sleep(1000)
