# VERDICT: timeout
import time


def iou(boxes_a, boxes_b):
    time.sleep(1000)
