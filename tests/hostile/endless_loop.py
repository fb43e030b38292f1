# VERDICT: timeout
# CLASS: exhaustion
# Never comes back, and uses a whole processor.
def iou(boxes_a, boxes_b):
    while True:
        pass
