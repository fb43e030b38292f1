# VERDICT: raised
# CLASS: exhaustion
# Calls itself without end.
def iou(boxes_a, boxes_b):
    return iou(boxes_b, boxes_a)
