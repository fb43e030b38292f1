# VERDICT: wrong
# CLASS: exhaustion
# Returns one long text among many empty ones: as an array, each would be as wide as the longest.
def iou(boxes_a, boxes_b):
    return ["x" * 900_000, *[""] * 10_000]
