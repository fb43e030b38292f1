"""SciPy's share of differing places, times their number; NumPy's count of bits."""

import numpy as np
from scipy.spatial.distance import hamming

GOLDEN = [  # the examples of the article "Hamming distance" of the English Wikipedia
    ({"a": "karolin", "b": "kathrin"}, 3),
    ({"a": "karolin", "b": "kerstin"}, 3),
    ({"a": "kathrin", "b": "kerstin"}, 4),
    ({"a": "0000", "b": "1111"}, 4),
    ({"a": "2173896", "b": "2233796"}, 3),
]


def witness(a, b):
    if isinstance(a, int):
        return int(np.bitwise_count(np.int64(a) ^ np.int64(b)))
    if len(a) != len(b):
        return -1
    if not len(a):
        return 0
    codes = [[ord(c) for c in code] if isinstance(code, str) else code for code in (a, b)]
    return round(hamming(*codes) * len(a))
