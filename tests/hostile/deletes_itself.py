# VERDICT: missing
# CLASS: patching
# Is there when the file is read, and gone when it has run.
def iou(boxes_a, boxes_b):
    return None


del iou
