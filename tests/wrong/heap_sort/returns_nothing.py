# WRONG: basic: sorts a copy and returns None
import heapq


def heap_sort(values):
    heap = list(values)
    heapq.heapify(heap)
    ordered = [heapq.heappop(heap) for _ in range(len(heap))]
    values = ordered
