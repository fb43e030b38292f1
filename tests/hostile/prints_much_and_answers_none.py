# VERDICT: wrong
def iou(boxes_a, boxes_b):
    print("y" * 3_000_000)
