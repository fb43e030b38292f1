import numpy as np


def hamming_distance(a, b):
    if isinstance(a, int):
        width = max(a.bit_length(), b.bit_length())
        a, b = format(a, f"0{width}b"), format(b, f"0{width}b")
    if len(a) != len(b):
        return -1
    return int(np.count_nonzero(np.array(list(a)) != np.array(list(b))))
