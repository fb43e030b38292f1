# WRONG: basic: each row in turn takes its cheapest free column
import numpy as np


def greedy_assignment(cost, max_cost=None):
    taken, rows, columns = set(), [], []
    for i in range(cost.shape[0]):
        free = [j for j in range(cost.shape[1]) if j not in taken]
        if not free:
            break
        j = min(free, key=lambda j: cost[i, j])
        if max_cost is None or cost[i, j] <= max_cost:
            taken.add(j)
            rows.append(i)
            columns.append(j)
    return np.array(rows, dtype=int), np.array(columns, dtype=int)
