# VERDICT: raised
# CLASS: forgery
# Announces a reply, sends half of it and leaves.
import os
import sys


def iou(boxes_a, boxes_b):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    names = frame.f_globals
    whole = names["frame"](frame.f_locals["nonce"], b"V", names["pack"]((boxes_a, ())))
    names["write_all"](frame.f_locals["replies"], whole[: len(whole) // 2])
    os._exit(0)
