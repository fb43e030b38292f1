# WRONG: edge: fills the heap with k + 1 values that need not be there
import heapq


def sort_k_sorted(values, k):
    heap = []
    for i in range(k + 1):
        heapq.heappush(heap, values[i])
    out = []
    for i in range(k + 1, len(values)):
        out.append(heapq.heappop(heap))
        heapq.heappush(heap, values[i])
    while heap:
        out.append(heapq.heappop(heap))
    return out
