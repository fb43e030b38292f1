# WRONG: basic: both factors take the singular values in full
import numpy as np


def low_rank_svd(w, rank):
    u, s, vt = np.linalg.svd(w, full_matrices=False)
    return u[:, :rank] * s[:rank], s[:rank, None] * vt[:rank]
