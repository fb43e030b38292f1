# WRONG: basic: pairs the nearest first
import numpy as np


def pair_coordinates(set_a, set_b, radius):
    a, b = np.asarray(set_a, dtype=float), np.asarray(set_b, dtype=float)
    distance = np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=-1))
    rows, columns = [], []
    for k in np.argsort(distance, axis=None):
        i, j = divmod(k, len(b))
        if i not in rows and j not in columns and distance[i, j] <= radius:
            rows.append(i)
            columns.append(j)
    order = np.argsort(rows) if rows else []
    rows, columns = np.array(rows, dtype=int)[np.array(order, dtype=int)], np.array(columns, dtype=int)[np.array(order, dtype=int)]
    ok = slice(None)
    pairs = np.stack([rows[ok], columns[ok]], axis=1)
    unpaired_a = np.delete(np.arange(len(a)), pairs[:, 0])
    unpaired_b = np.delete(np.arange(len(b)), pairs[:, 1])
    return pairs, unpaired_a, unpaired_b
