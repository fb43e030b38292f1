# VERDICT: wrong
# CLASS: exhaustion
# Returns a text of half a million characters, each of which takes four bytes.
def iou(boxes_a, boxes_b):
    return "💣" * (1 << 19)
