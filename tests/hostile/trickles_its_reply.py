# VERDICT: raised
# CLASS: timing
# Sends its reply a byte at a time, to hold the grader, and leaves before the last.
import os
import sys
import time


def iou(boxes_a, boxes_b):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    names = frame.f_globals
    reply = names["frame"](frame.f_locals["nonce"], b"V", names["pack"]((boxes_a, ())))
    for byte in reply[:60]:
        os.write(frame.f_locals["replies"], bytes([byte]))
        time.sleep(0.005)
    os._exit(0)
