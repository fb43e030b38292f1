# VERDICT: raised
# CLASS: exhaustion
# Hashes a tuple a third of a million deep: nothing counts how deep, and the C stack ends.
def iou(boxes_a, boxes_b):
    deep = ()
    for _ in range(300_000):
        deep = (deep,)
    return hash(deep)
