import numpy as np


def low_rank_svd(w, rank):
    U, S, Vt = np.linalg.svd(w)
    return U[:, :rank] @ np.diag(S[:rank]), Vt[:rank, :]
