"""The numbers of the image processing deck, from colorsys, filters that are run, and matrices."""

import colorsys

import numpy as np


def hsv_to_rgb_green(h, s, v):
    return colorsys.hsv_to_rgb(h / 360, s, v)[1]


def hue_angle(r, g, b):
    return 360 * colorsys.rgb_to_hsv(r, g, b)[0]


def saturation_change(r, g, b, t):
    hue, _, value = colorsys.rgb_to_hsv(r, g, b)
    return colorsys.hsv_to_rgb(hue, t, value)[1]


def contrast_value(m, a, x):
    """A blend of the image with its uniform mean, as the libraries do it."""
    return np.clip((1 - a) * m + a * x, 0, 255)


def median_of_patch(w1, w2, w3, h1, h2, h3, a, b, c):
    patch = np.array([[w1, a, h1], [h2, w2, b], [c, h3, w3]])
    return np.median(patch) - patch.mean()


def median_in_place(p, q, r, s):
    line = [p, q, r, s]
    for i in (1, 2):
        line[i] = sorted(line[i - 1 : i + 2])[1]
    return line[2]


def median_unfiltered_pixels(h, w):
    touched = np.zeros((h + 4, w + 4), dtype=bool)
    loop = slice(2, touched.shape[0] - 2)
    touched[loop, loop] = True
    return np.sum(~touched[2:-2, 2:-2])


def rotate_point(x, y, cx, cy, t):
    centre = complex(cx, cy)
    return (centre + (complex(x, y) - centre) * np.exp(1j * np.deg2rad(t))).real


def homogeneous_chain(u, v, k, x, y):
    shift = np.array([[1, 0, u], [0, 1, v], [0, 0, 1]])
    turn = np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1]])
    return (turn @ np.diag([k, k, 1]) @ shift @ [x, y, 1])[0]


def affine_area(a, b, c, d, u, v, w, h):
    """The shoelace formula over the four mapped corners."""
    corners = np.array([[0, 0, 1], [w, 0, 1], [w, h, 1], [0, h, 1]])
    x, y = np.array([[a, b, u], [c, d, v]]) @ corners.T
    return abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


def affine_point(a, b, c, d, u, v, x, y):
    """The matrix is solved for from the three point pairs that the question gives."""
    before = np.array([[0, 0, 1], [1, 0, 1], [0, 1, 1]])
    after = np.array([[u, v], [u + a, v + c], [u + b, v + d]])
    return ([x, y, 1] @ np.linalg.solve(before, after))[0]


def homography_point(a, b, c, d, g, x, y):
    first, _, third = np.array([[a, b, c], [0, d, 1], [g, 0, 1]]) @ [x, y, 1]
    return first / third


def point_pairs_needed(d):
    pairs = 0
    while 2 * pairs < d:
        pairs += 1
    return pairs
