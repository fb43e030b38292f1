# VERDICT: timeout
while True:
    pass


def iou(boxes_a, boxes_b):
    return None
