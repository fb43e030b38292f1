# WRONG: large: recursion ends after a thousand nodes in a row
def topological_order(n, edges):
    readers = [[] for _ in range(n)]
    for u, v in edges:
        readers[u].append(v)
    state, order = [0] * n, []

    def visit(node):
        if state[node]:
            return state[node] == 2
        state[node] = 1
        for r in readers[node]:
            if not visit(r):
                return False
        state[node] = 2
        order.append(node)
        return True

    if not all(visit(i) for i in range(n)):
        return []
    return order[::-1]
