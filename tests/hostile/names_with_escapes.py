# VERDICT: wrong
# CLASS: forgery
# Returns an object whose type's name and repr would clear the screen.
Evil = type("\x1b[31mEvil", (), {"__repr__": lambda self: "\x1b[2J"})


def iou(boxes_a, boxes_b):
    return Evil()
