import numpy as np


def patchify(images, patch_size):
    p, q = patch_size if isinstance(patch_size, (tuple, list)) else (patch_size,) * 2
    n, c, h, w = images.shape
    patches = []
    for top in range(0, h, p):
        for left in range(0, w, q):
            cut = images[:, :, top:top + p, left:left + q]
            patches.append(np.moveaxis(cut, 1, -1).reshape(n, p * q * c))
    return np.stack(patches, axis=1)
