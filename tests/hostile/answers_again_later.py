# VERDICT: forbidden
# CLASS: timing
# Answers at once, and a second time when the next case is on its way.
import signal
import sys

import numpy as np


def iou(boxes_a, boxes_b):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    names, nonce, replies = frame.f_globals, frame.f_locals["nonce"], frame.f_locals["replies"]

    def again(*_):
        names["write_all"](replies, names["frame"](nonce, b"V", names["pack"]((boxes_a, ()))))

    signal.signal(signal.SIGALRM, again)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    return np.zeros((len(boxes_a), len(boxes_b)))
