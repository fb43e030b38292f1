# WRONG: edge: nodes that occur in no edge are missing
from collections import deque


def topological_order(n, edges):
    readers = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        readers[u].append(v)
        waiting[v] += 1
    used = {i for edge in edges for i in edge}
    ready = deque(i for i in range(n) if waiting[i] == 0 and i in used)
    order = []
    while ready:
        node = ready.popleft()
        order.append(node)
        for r in readers[node]:
            waiting[r] -= 1
            if waiting[r] == 0:
                ready.append(r)
    return order if len(order) == len(used) else []
