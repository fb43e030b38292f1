import heapq


def sort_k_sorted(values, k):
    heap, out = [], []
    for v in values:
        heapq.heappush(heap, v)
        if len(heap) > k + 1:
            out.append(heapq.heappop(heap))
    while heap:
        out.append(heapq.heappop(heap))
    return out
