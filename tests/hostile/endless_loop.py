# VERDICT: timeout
def iou(boxes_a, boxes_b):
    while True:
        pass
