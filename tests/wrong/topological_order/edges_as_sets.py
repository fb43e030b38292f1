# WRONG: edge: counts a repeated edge twice but takes it off once
from collections import deque


def topological_order(n, edges):
    readers = [set() for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        readers[u].add(v)
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
