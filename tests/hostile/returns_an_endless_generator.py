# VERDICT: wrong
# CLASS: exhaustion
# Returns a generator that yields rows for as long as somebody asks.
def iou(boxes_a, boxes_b):
    while True:
        yield [0.0] * len(boxes_b)
