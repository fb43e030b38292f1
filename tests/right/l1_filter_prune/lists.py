import numpy as np


def l1_filter_prune(w, b, next_w, ratio=0.5):
    F = w.shape[0]
    norms = [float(np.abs(w[f]).sum()) for f in range(F)]
    order = sorted(range(F), key=lambda f: (norms[f], -f))
    gone = order[: int(ratio * F)]
    kept = [f for f in range(F) if f not in gone]
    return (np.array(kept, dtype=int), np.stack([w[f] for f in kept]).astype(float),
            np.array([b[f] for f in kept], dtype=float), np.stack([next_w[:, f] for f in kept], axis=1) * 1.0)
