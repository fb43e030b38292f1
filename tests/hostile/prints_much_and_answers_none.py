# VERDICT: wrong
# CLASS: exhaustion
# Prints megabytes in every case.
def iou(boxes_a, boxes_b):
    print("y" * 3_000_000)
