# WRONG: basic: takes what svd returns for V, though it is V transposed already
import numpy as np


def low_rank_svd(w, rank):
    u, s, v = np.linalg.svd(w, full_matrices=False)
    return u[:, :rank] * s[:rank], v[:, :rank].T
