# VERDICT: wrong
# CLASS: exhaustion
# Returns an integer of a million digits, slow to turn into text.
def iou(boxes_a, boxes_b):
    return 1 << 4_000_000
