import numpy as np


def topological_order(n, edges):
    """Depth first with a stack of its own; nodes are left in the opposite order."""
    readers = [[] for _ in range(n)]
    for u, v in edges:
        readers[u].append(v)
    colour = [0] * n
    left = []
    for root in range(n):
        if colour[root]:
            continue
        colour[root] = 1
        stack = [(root, iter(readers[root]))]
        while stack:
            node, rest = stack[-1]
            for r in rest:
                if colour[r] == 1:
                    return np.zeros(0, dtype=int)
                if colour[r] == 0:
                    colour[r] = 1
                    stack.append((r, iter(readers[r])))
                    break
            else:
                colour[node] = 2
                left.append(node)
                stack.pop()
    return np.array(left[::-1], dtype=int)
