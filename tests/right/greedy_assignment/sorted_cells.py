def greedy_assignment(cost, max_cost=None):
    cells = sorted((c, i, j) for i, row in enumerate(cost.tolist()) for j, c in enumerate(row))
    rows, columns = {}, {}
    for c, i, j in cells:
        if max_cost is not None and c > max_cost:
            break
        if i not in rows and j not in columns:
            rows[i] = j
            columns[j] = i
    return list(rows), list(rows.values())
