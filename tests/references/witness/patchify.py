"""scikit-image: skimage.util.view_as_blocks, image by image."""

import numpy as np
from skimage.util import view_as_blocks


def witness(images, patch_size):
    p, q = (patch_size, patch_size) if isinstance(patch_size, int) else patch_size
    n, c, height, width = images.shape
    out = np.zeros((n, height * width // (p * q), p * q * c))
    for i, image in enumerate(images):
        blocks = view_as_blocks(np.ascontiguousarray(np.moveaxis(image, 0, -1)), (p, q, c))
        out[i] = [block.ravel() for row in blocks for block in row[:, 0]]
    return out
