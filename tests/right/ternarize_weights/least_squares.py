import numpy as np


def ternarize_weights(w, factor=0.7):
    # alpha minimises |w - alpha t|, that is (w . t) / (t . t)
    delta = factor * np.abs(w).sum(dtype=np.float64) / max(w.size, 1)
    t = (w > delta).astype(np.int8) - (w < -delta).astype(np.int8)
    kept = np.count_nonzero(t)
    alpha = np.sum(w * t, dtype=np.float64) / max(kept, 1)
    return t, alpha
