# WRONG: basic: a reshape alone cuts rows of pixels, not patches
import numpy as np


def patchify(images, patch_size):
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, c, h, w = images.shape
    return images.reshape(n, (h // p) * (w // q), p * q * c)
