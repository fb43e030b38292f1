import numpy as np


def magnitude_prune(w, sparsity):
    values = w.ravel().tolist()
    places = sorted(range(len(values)), key=lambda i: (abs(values[i]), -i))
    gone = set(places[: round(sparsity * len(values))])
    mask = np.array([i not in gone for i in range(len(values))], dtype=bool).reshape(w.shape)
    return w.astype(float) * mask, mask
