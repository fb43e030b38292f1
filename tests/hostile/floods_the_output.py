# VERDICT: timeout
# CLASS: exhaustion
# Prints without end.
def iou(boxes_a, boxes_b):
    while True:
        print("x" * 10000)
