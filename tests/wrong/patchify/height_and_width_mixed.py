# WRONG: shape: a pair is read as width and height
import numpy as np


def patchify(images, patch_size):
    q, p = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, c, h, w = images.shape
    x = images.reshape(n, c, h // p, p, w // q, q).transpose(0, 2, 4, 3, 5, 1)
    return x.reshape(n, (h // p) * (w // q), p * q * c)
