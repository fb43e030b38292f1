# WRONG: basic: C, p, q as in unfold, but the channels of a pixel are to stand together
import numpy as np


def patchify(images, patch_size):
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, c, h, w = images.shape
    x = images.reshape(n, c, h // p, p, w // q, q).transpose(0, 2, 4, 1, 3, 5)
    return x.reshape(n, (h // p) * (w // q), c * p * q)
