# VERDICT: raised
# CLASS: exhaustion
# Reserves address space by the gibibyte without touching it.
import mmap


def iou(boxes_a, boxes_b):
    kept = []
    while True:
        kept.append(mmap.mmap(-1, 1 << 30))
