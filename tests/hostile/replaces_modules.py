# VERDICT: raised
import sys

for name in list(sys.modules):
    if name not in ("sys", "builtins"):
        sys.modules[name] = None


def iou(boxes_a, boxes_b):
    import math
    return math
