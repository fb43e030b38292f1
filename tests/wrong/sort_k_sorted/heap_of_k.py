# WRONG: basic: a heap of k values misses the one that stands exactly k places off
import heapq


def sort_k_sorted(values, k):
    size = max(k, 1)
    heap = values[:size]
    heapq.heapify(heap)
    out = []
    for v in values[size:]:
        out.append(heapq.heappop(heap))
        heapq.heappush(heap, v)
    while heap:
        out.append(heapq.heappop(heap))
    return out
