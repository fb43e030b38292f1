# VERDICT: memory
# CLASS: exhaustion
# Unpacks a few kilobytes into a buffer of a gigabyte.
import zlib

bomb = zlib.compress(bytes(1 << 22))


def iou(boxes_a, boxes_b):
    return len(zlib.decompress(bomb, bufsize=1 << 30))
