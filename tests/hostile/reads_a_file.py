# VERDICT: forbidden
# CLASS: reading
# Reads a file that everybody may read.
def iou(boxes_a, boxes_b):
    return open("/etc/passwd").read()
