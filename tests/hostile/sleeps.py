# VERDICT: timeout
# CLASS: timing
# Waits for the grader to lose patience.
import time


def iou(boxes_a, boxes_b):
    time.sleep(1000)
