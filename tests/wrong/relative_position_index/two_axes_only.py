# WRONG: shape: unpacks the sides of the window as exactly two
import numpy as np


def relative_position_index(window_size):
    M, N = (window_size, window_size) if isinstance(window_size, int) else window_size
    coords = np.stack(np.meshgrid(np.arange(M), np.arange(N), indexing="ij")).reshape(2, -1)
    rel = (coords[:, :, None] - coords[:, None, :]).transpose(1, 2, 0)
    rel[:, :, 0] += M - 1
    rel[:, :, 1] += N - 1
    rel[:, :, 0] *= 2 * N - 1
    return rel.sum(-1)
