# VERDICT: raised
# CLASS: system
# Reads address 0: the process crashes.
import ctypes


def iou(boxes_a, boxes_b):
    ctypes.string_at(0)
