import numpy as np


def permutation_importance(x, y, w, b, rng, n_repeats=5):
    def mse(rows):
        total = 0.0
        for row, target in zip(rows, y.tolist()):
            total += (sum(a * c for a, c in zip(row, w.tolist())) + b - target) ** 2
        return total / len(rows)

    rows = [[float(v) for v in row] for row in x]
    base = mse(rows)
    out = []
    for j in range(len(w)):
        after = []
        for _ in range(n_repeats):
            order = rng.permutation(len(rows))
            after.append(mse([r[:j] + [rows[o][j]] + r[j + 1:] for r, o in zip(rows, order)]))
        out.append(sum(after) / n_repeats - base)
    return np.array(out)
