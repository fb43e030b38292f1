# WRONG: ties: a set holds equal values once
import heapq


def sort_k_sorted(values, k):
    heap = list(set(values))
    heapq.heapify(heap)
    return [heapq.heappop(heap) for _ in range(len(heap))]
