# VERDICT: forbidden
# CLASS: forgery
# Sends an array whose shape is larger than memory.
import struct
import sys


def iou(boxes_a, boxes_b):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    body = b"T" + struct.pack("<Q", 2) + b"A" + struct.pack("<BBQQ", 11, 2, 1 << 40, 1 << 40)
    names = frame.f_globals
    names["write_all"](frame.f_locals["replies"], names["frame"](frame.f_locals["nonce"], b"V", body))
    import os
    os._exit(0)
