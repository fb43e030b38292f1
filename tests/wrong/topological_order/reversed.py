# WRONG: basic: reads the pair (u, v) the other way round
from collections import deque


def topological_order(n, edges):
    readers = [[] for _ in range(n)]
    waiting = [0] * n
    for v, u in edges:
        readers[u].append(v)
        waiting[v] += 1
    ready = deque(i for i in range(n) if waiting[i] == 0)
    order = []
    while ready:
        node = ready.popleft()
        order.append(node)
        for r in readers[node]:
            waiting[r] -= 1
            if waiting[r] == 0:
                ready.append(r)
    return order if len(order) == n else []
