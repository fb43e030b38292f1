# WRONG: basic: what is left in the heap at the end is forgotten
import heapq


def sort_k_sorted(values, k):
    heap, out = [], []
    for v in values:
        heapq.heappush(heap, v)
        if len(heap) > k:
            out.append(heapq.heappop(heap))
    return out
