# VERDICT: wrong
# CLASS: exhaustion
# Returns a list that holds itself, and so never ends.
def iou(boxes_a, boxes_b):
    answer = []
    answer += [answer, answer]
    return answer
