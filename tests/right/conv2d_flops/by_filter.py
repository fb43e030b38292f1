import numpy as np


def conv2d_flops(in_shape, layers):
    """Every filter makes one map; every value of it costs the same."""
    shape, rows = tuple(in_shape), []
    for out, k, stride, pad, groups, bias in layers:
        channels, *size = shape
        size = [len(range(-pad, n + pad - k + 1, stride)) for n in size]
        weights_of_filter = (channels // groups) * k ** 2
        area = size[0] * size[1]
        mult = area * weights_of_filter * out
        add = area * (weights_of_filter - 1 + int(bias)) * out
        rows.append([mult, mult + add, (weights_of_filter + int(bias)) * out])
        shape = (out, *size)
    table = np.array(rows, dtype=np.int64)
    return table[:, 0], table[:, 1], table[:, 2]
