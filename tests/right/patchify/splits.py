import numpy as np


def patchify(images, patch_size):
    p, q = patch_size if isinstance(patch_size, (tuple, list)) else (patch_size,) * 2
    last = images.transpose(0, 2, 3, 1)
    n, h, w, c = last.shape
    rows = np.array(np.split(last, h // p, axis=1))
    cells = np.array(np.split(rows, w // q, axis=3))
    return np.einsum("ytnpqc->nytpqc", cells.swapaxes(0, 1)).reshape(n, -1 if n else (h // p) * (w // q), p * q * c)
