# VERDICT: forbidden
# CLASS: reading
# Reads what the kernel has logged, addresses and devices included.
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
READ_ALL = 3


def iou(boxes_a, boxes_b):
    text = ctypes.create_string_buffer(1 << 16)
    if libc.klogctl(READ_ALL, text, 1 << 16) < 0:
        raise OSError(ctypes.get_errno(), "klogctl")
    print(text.value[:200])
