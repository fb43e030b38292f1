# WRONG: basic: depth first, but the order of leaving is not turned round
def topological_order(n, edges):
    readers = [[] for _ in range(n)]
    for u, v in edges:
        readers[u].append(v)
    state, order = [0] * n, []

    def visit(node):
        if state[node]:
            return state[node] == 2
        state[node] = 1
        fine = all([visit(r) for r in readers[node]])
        state[node] = 2
        order.append(node)
        return fine

    fine = all([visit(i) for i in range(n)])
    return order if fine else []
