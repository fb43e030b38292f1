# VERDICT: raised
def iou(boxes_a, boxes_b):
    return iou(boxes_b, boxes_a)
