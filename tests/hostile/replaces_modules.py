# VERDICT: raised
# CLASS: patching
# Empties sys.modules, so that the next import fails.
import sys

for name in list(sys.modules):
    if name not in ("sys", "builtins"):
        sys.modules[name] = None


def iou(boxes_a, boxes_b):
    import math
    return math
