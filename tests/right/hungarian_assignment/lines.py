import numpy as np


def try_row(i, zeros, match, seen):
    """Kuhn's augmenting path over the zeros."""
    for j in np.flatnonzero(zeros[i] & ~seen):
        seen[j] = True
        if match[j] < 0 or try_row(match[j], zeros, match, seen):
            match[j] = i
            return True
    return False


def hungarian_assignment(cost):
    n, m = cost.shape
    k = max(n, m)
    a = np.zeros((k, k))
    a[:n, :m] = cost  # padded to a square; the padding costs the same everywhere
    a -= a.min(axis=1, keepdims=True) if k else 0
    a -= a.min(axis=0, keepdims=True) if k else 0
    tiny = 1e-9 * max(1.0, np.abs(a).max(initial=0.0))
    while True:
        zeros = a <= tiny
        match = np.full(k, -1)
        for i in range(k):
            try_row(i, zeros, match, np.zeros(k, dtype=bool))
        if (match >= 0).all():
            break
        # the fewest lines: Koenig, from the rows that are left over
        rows, columns = np.ones(k, dtype=bool), np.zeros(k, dtype=bool)
        rows[match[match >= 0]] = False
        while True:
            reached = zeros[rows].any(axis=0) & ~columns
            if not reached.any():
                break
            columns |= reached
            rows[match[reached]] = True
        smallest = a[rows][:, ~columns].min()
        a[rows] -= smallest
        a[:, columns] += smallest
    real = [(match[j], j) for j in range(m) if match[j] < n]
    real = np.array(sorted(real), dtype=int).reshape(-1, 2)
    return real[:, 0], real[:, 1]
