import numpy as np


def nm_prune_mask(w, n=2, m=4):
    # the rank of each weight in its group: how many beat it
    a = np.abs(w).reshape(w.shape[:-1] + (w.shape[-1] // m, m))
    mine, other = a[..., :, None], a[..., None, :]
    earlier = np.tri(m, k=-1, dtype=bool)
    beaten = (other > mine) | ((other == mine) & earlier)
    return (beaten.sum(-1) < n).reshape(w.shape)
