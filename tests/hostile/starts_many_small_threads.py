# VERDICT: wrong
# CLASS: exhaustion
# Starts many threads with small stacks, and leaves them busy.
import threading
import time

import numpy as np

threading.stack_size(1 << 16)
started = []


def idle():
    while True:
        time.sleep(1)


def iou(boxes_a, boxes_b):
    try:
        while len(started) < 100:
            started.append(threading.Thread(target=idle, daemon=True))
            started[-1].start()
    except (RuntimeError, MemoryError):
        pass
    return np.zeros((len(boxes_a), len(boxes_b)))
