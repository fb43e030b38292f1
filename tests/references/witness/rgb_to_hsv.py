"""scikit-image: skimage.color.rgb2hsv, whose hue runs to 1; and Python's own colorsys."""

import colorsys

import numpy as np
from skimage.color import rgb2hsv

COLOURS = [(1.0, 0.5, 0.25), (0.25, 0.5, 1.0), (0.5, 0.25, 1.0), (0.75, 0.75, 0.5), (0.5,) * 3]
GOLDEN = [
    ({"img": np.array(colour)}, np.array(colorsys.rgb_to_hsv(*colour)) * [360, 1, 1])
    for colour in COLOURS
] + [
    ({"img": np.array([[0, 0, 0], [255, 255, 255]], np.uint8)}, [[0.0, 0.0, 0.0], [0.0, 0.0, 1.0]]),
    ({"img": np.array([51, 0, 0])}, [0.0, 1.0, 0.2]),
]


def witness(img):
    scaled = img / 255 if img.dtype.kind in "iu" else img.astype(np.float64)
    if not img.size:
        return np.zeros(img.shape)
    return rgb2hsv(scaled) * [360, 1, 1]
