# WRONG: basic: the code of the notes: least distance first, far pairs dropped afterwards
import numpy as np


def solve(a):
    n, m = a.shape
    u, v = [0.0] * (n + 1), [0.0] * (m + 1)
    p, way = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        p[0], j0 = i, 0
        minv, used = [float("inf")] * (m + 1), [False] * (m + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = p[j0], float("inf"), 0
            for j in range(1, m + 1):
                if not used[j]:
                    cur = float(a[i0 - 1, j - 1]) - u[i0] - v[j]
                    if cur < minv[j]:
                        minv[j], way[j] = cur, j0
                    if minv[j] < delta:
                        delta, j1 = minv[j], j
            for j in range(m + 1):
                if used[j]:
                    u[p[j]] += delta
                    v[j] -= delta
                else:
                    minv[j] -= delta
            j0 = j1
            if p[j0] == 0:
                break
        while j0:
            j1 = way[j0]
            p[j0] = p[j1]
            j0 = j1
    return sorted((p[j] - 1, j - 1) for j in range(1, m + 1) if p[j])


def assign(cost):
    if cost.shape[0] <= cost.shape[1]:
        pairs = solve(cost)
    else:
        pairs = sorted((i, j) for j, i in solve(cost.T))
    pairs = np.array(pairs, dtype=int).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def pair_coordinates(set_a, set_b, radius):
    a, b = np.asarray(set_a, dtype=float), np.asarray(set_b, dtype=float)
    distance = np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=-1))
    rows, columns = assign(distance)
    ok = distance[rows, columns] <= radius
    pairs = np.stack([rows[ok], columns[ok]], axis=1)
    unpaired_a = np.delete(np.arange(len(a)), pairs[:, 0])
    unpaired_b = np.delete(np.arange(len(b)), pairs[:, 1])
    return pairs, unpaired_a, unpaired_b
