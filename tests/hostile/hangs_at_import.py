# VERDICT: timeout
# CLASS: timing
# Never finishes running its file.
while True:
    pass


def iou(boxes_a, boxes_b):
    return None
