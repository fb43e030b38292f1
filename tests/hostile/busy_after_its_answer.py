# VERDICT: wrong
# CLASS: timing
# Answers, and computes on in a thread while the next case waits.
import threading

import numpy as np


def busy():
    numbers = np.ones(10_000)
    while True:
        numbers.sum()


thread = threading.Thread(target=busy, daemon=True)


def iou(boxes_a, boxes_b):
    try:
        if not thread.is_alive():
            thread.start()
    except RuntimeError:
        pass
    return np.zeros((len(boxes_a), len(boxes_b)))
