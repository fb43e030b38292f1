"""Exact fractions; and Pillow's ImageEnhance.Contrast, which rounds greys, mean and result."""

from fractions import Fraction

import numpy as np
from PIL import Image, ImageEnhance

GOLDEN = [
    # grey 0.299 * 100 + 0.587 * 200 + 0.114 * 50 = 153
    ({"img": np.array([[[100, 200, 50]]]), "factor": 0.5}, [[[126.5, 176.5, 101.5]]]),
    ({"img": np.array([[10.0, 250.0]]), "factor": 2.0}, [[0.0, 255.0]]),  # about 130
]
ENOUGH = 3000


def witness(img, factor):
    wide = np.asarray(img, dtype=np.float64)
    if wide.size > ENOUGH:  # spare the fractions: whole numbers add up exactly
        red, green, blue = (int(img[..., c].astype(np.int64).sum()) for c in range(3))
        middle = Fraction(299 * red + 587 * green + 114 * blue, 1000 * (img.size // 3))
        return np.clip(float(middle) * (1 - factor) + factor * wide, 0, 255)
    parts = [Fraction(299, 1000), Fraction(587, 1000), Fraction(114, 1000)]
    pixels = wide.reshape(-1, 3).tolist() if wide.ndim == 3 else [[v] * 3 for v in wide.ravel()]
    greys = [sum(p * Fraction(v) for p, v in zip(parts, pixel, strict=True)) for pixel in pixels]
    middle, times = sum(greys) / len(greys), Fraction(factor)
    moved = [middle + times * (Fraction(v) - middle) for v in wide.ravel().tolist()]
    return np.array([float(min(max(v, 0), 255)) for v in moved]).reshape(wide.shape)


def agrees(answer, img, factor):
    if img.dtype == np.uint8:
        theirs = ImageEnhance.Contrast(Image.fromarray(img)).enhance(factor)
        np.testing.assert_allclose(answer, np.asarray(theirs), atol=1 + 1.1 * abs(1 - factor))
