import numpy as np


def l1_filter_prune(w, b, next_w, ratio=0.5):
    norms = np.linalg.norm(w.reshape(len(w), -1).astype(float), ord=1, axis=1)
    # reversed, so that of equal norms the later one is first to go
    order = len(w) - 1 - np.argsort(norms[::-1], kind="stable")
    gone = order[: int(len(w) * ratio)]
    kept = np.setdiff1d(np.arange(len(w)), gone)
    w, b, next_w = (a.astype(np.float64) for a in (w, b, next_w))
    return kept, np.delete(w, gone, axis=0), np.delete(b, gone), np.delete(next_w, gone, axis=1)
