# VERDICT: memory
def iou(boxes_a, boxes_b):
    hoard = []
    while True:
        hoard.append(bytearray(1 << 20))
