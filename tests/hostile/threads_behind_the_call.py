# VERDICT: raised
# CLASS: exhaustion
# Starts a thousand threads that outlive the call.
import threading
import time


def iou(boxes_a, boxes_b):
    for _ in range(1000):
        threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
