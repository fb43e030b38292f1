# VERDICT: forbidden
# CLASS: system
# Lifts its own memory limit.
import resource


def iou(boxes_a, boxes_b):
    try:
        resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
    except ValueError as refused:
        raise PermissionError from refused
