import numpy as np


def nm_prune_mask(w, n=2, m=4):
    flat = w.reshape(-1).tolist()
    mask = [False] * len(flat)
    for start in range(0, len(flat), m):
        places = sorted(range(start, start + m), key=lambda i: -abs(flat[i]))
        for place in places[:n]:
            mask[place] = True
    return np.array(mask, dtype=bool).reshape(w.shape)
