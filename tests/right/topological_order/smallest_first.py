import heapq


def topological_order(n, edges):
    reads = {i: set() for i in range(n)}
    readers = {i: set() for i in range(n)}
    for u, v in edges:
        reads[v].add(u)
        readers[u].add(v)
    heap = [i for i in range(n) if not reads[i]]
    heapq.heapify(heap)
    order = []
    while heap:
        node = heapq.heappop(heap)
        order.append(node)
        for r in readers[node]:
            reads[r].discard(node)
            if not reads[r]:
                heapq.heappush(heap, r)
    return tuple(order) if len(order) == n else ()
