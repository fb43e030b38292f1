# VERDICT: timeout
def iou(boxes_a, boxes_b):
    while True:
        print("x" * 10000)
