# VERDICT: missing
def iou(boxes_a, boxes_b):
    return None


del iou
