# WRONG: basic: patches numbered from top to bottom first
import numpy as np


def patchify(images, patch_size):
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, c, h, w = images.shape
    out = []
    for j in range(0, w, q):
        for i in range(0, h, p):
            out.append(images[:, :, i:i + p, j:j + q].transpose(0, 2, 3, 1).reshape(n, p * q * c))
    return np.stack(out, axis=1)
