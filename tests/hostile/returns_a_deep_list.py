# VERDICT: wrong
# CLASS: exhaustion
# Returns lists within lists, deeper than anything that walks them can go.
def iou(boxes_a, boxes_b):
    answer = []
    for _ in range(10_000):
        answer = [answer]
    return answer
