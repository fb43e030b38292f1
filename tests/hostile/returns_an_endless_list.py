# VERDICT: memory
# CLASS: exhaustion
# Returns a list that yields numbers for as long as somebody packs them.
class Endless(list):
    def __iter__(self):
        while True:
            yield "x" * (1 << 26)


def iou(boxes_a, boxes_b):
    return Endless()
