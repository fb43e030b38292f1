# VERDICT: raised
# CLASS: forgery
# Reports an exception of its own making: impossible lines, control sequences, a passed verdict.
import os
import sys


def iou(boxes_a, boxes_b):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    names = frame.f_globals
    frames = ((2**62, "\x1b[2J"), (-1, "\u202e"), (0, "\x9b2J"))
    body = names["pack"](("passed", "\x1b]0;owned\x07", "\x1b[31m" * 100, frames))
    reply = names["frame"](frame.f_locals["nonce"], b"E", body)
    names["write_all"](frame.f_locals["replies"], reply)
    os._exit(0)
