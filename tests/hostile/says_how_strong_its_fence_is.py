# VERDICT: forbidden
# CLASS: forgery
# Answers a call with the message that tells how strong the sandbox is.
import os
import sys


def iou(boxes_a, boxes_b):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    names = frame.f_globals
    reply = names["frame"](frame.f_locals["nonce"], b"R", names["pack"](("full", "passed")))
    names["write_all"](frame.f_locals["replies"], reply)
    os._exit(0)
