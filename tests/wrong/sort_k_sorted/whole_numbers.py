# WRONG: dtype: an array of integers cuts floats off
import heapq

import numpy as np


def sort_k_sorted(values, k):
    out = np.zeros(len(values), dtype=int)
    heap = list(values[:k + 1])
    heapq.heapify(heap)
    for i in range(len(values)):
        out[i] = heapq.heappop(heap)
        if i + k + 1 < len(values):
            heapq.heappush(heap, values[i + k + 1])
    return out
