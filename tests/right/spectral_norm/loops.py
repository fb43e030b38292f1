import math


def spectral_norm(w, u, n_power_iterations=1, eps=1e-12):
    F = w.shape[0]
    rows = [w[f].astype(float).ravel().tolist() for f in range(F)]
    D = len(rows[0])
    u = [float(a) for a in u]
    for _ in range(n_power_iterations):
        v = [sum(rows[f][d] * u[f] for f in range(F)) for d in range(D)]
        length = max(math.sqrt(sum(a * a for a in v)), eps)
        v = [a / length for a in v]
        Wv = [sum(a * b for a, b in zip(row, v)) for row in rows]
        length = max(math.sqrt(sum(a * a for a in Wv)), eps)
        u = [a / length for a in Wv]
    sigma = sum(a * b for a, b in zip(u, Wv))
    return w / max(sigma, eps), sigma, u
