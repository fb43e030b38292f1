# WRONG: basic: depth first, but a node is written down when it is reached, not when it is left
def topological_order(n, edges):
    readers = [[] for _ in range(n)]
    for u, v in edges:
        readers[u].append(v)
    state, order = [0] * n, []

    def visit(node):
        if state[node] == 1:
            raise RecursionError
        if state[node] == 2:
            return
        state[node] = 1
        order.append(node)
        for r in readers[node]:
            visit(r)
        state[node] = 2

    for i in range(n):
        visit(i)
    return order
