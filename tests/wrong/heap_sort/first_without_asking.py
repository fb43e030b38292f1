# WRONG: edge: takes the first value of a list that may have none
import heapq


def heap_sort(values):
    heap = [values[0]]
    for v in values[1:]:
        heapq.heappush(heap, v)
    return [heapq.heappop(heap) for _ in range(len(values))]
