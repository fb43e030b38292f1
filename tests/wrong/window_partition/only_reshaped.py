# WRONG: basic: view without permute cuts the map into the wrong pieces
import numpy as np


def window_partition(x, window_size, shift_size=0):
    x = np.roll(x, (-shift_size, -shift_size), axis=(1, 2))
    return x.reshape(-1, window_size, window_size, x.shape[-1])
