# VERDICT: forbidden
def iou(boxes_a, boxes_b):
    return open("/etc/passwd").read()
