import numpy as np


def generate_anchors(feature_size, stride, sizes, ratios):
    areas = np.repeat(np.asarray(sizes, float) ** 2, len(ratios))
    r = np.tile(np.asarray(ratios, float), len(sizes))
    w = np.sqrt(areas / r)
    h = w * r
    base = 0.5 * np.stack([-w, -h, w, h], axis=1)
    shift_x = stride * (np.arange(feature_size[1]) + 0.5)
    shift_y = stride * (np.arange(feature_size[0]) + 0.5)
    xs, ys = np.meshgrid(shift_x, shift_y)
    shifts = np.stack([xs.ravel(), ys.ravel(), xs.ravel(), ys.ravel()], axis=1)
    return (shifts[:, None, :] + base[None]).reshape(-1, 4)
