import heapq


def heap_sort(values):
    heap = [-v for v in values]
    heapq.heapify(heap)
    out = [0] * len(values)
    for i in range(len(values) - 1, -1, -1):
        out[i] = -heapq.heappop(heap)
    return out
