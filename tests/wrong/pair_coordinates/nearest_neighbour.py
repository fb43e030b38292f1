# WRONG: basic: every point of A takes its nearest point of B, shared or not
import numpy as np


def pair_coordinates(set_a, set_b, radius):
    a, b = np.asarray(set_a, dtype=float), np.asarray(set_b, dtype=float)
    distance = np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=-1))
    rows = np.arange(len(a))
    columns = distance.argmin(axis=1) if len(b) else np.zeros(len(a), dtype=int)
    ok = distance[rows, columns] <= radius if len(b) else np.zeros(len(a), dtype=bool)
    pairs = np.stack([rows[ok], columns[ok]], axis=1)
    unpaired_a = np.delete(np.arange(len(a)), pairs[:, 0])
    unpaired_b = np.delete(np.arange(len(b)), pairs[:, 1])
    return pairs, unpaired_a, unpaired_b
