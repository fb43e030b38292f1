# WRONG: ties: goes through the cells column by column
import numpy as np


def greedy_assignment(cost, max_cost=None):
    cells = [(float(cost[i, j]), j, i) for j in range(cost.shape[1]) for i in range(cost.shape[0])]
    rows, columns = [], []
    for c, j, i in sorted(cells):
        if max_cost is not None and c > max_cost:
            break
        if i not in rows and j not in columns:
            rows.append(i)
            columns.append(j)
    return np.array(rows, dtype=int), np.array(columns, dtype=int)
