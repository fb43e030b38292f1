import numpy as np


def reduce(region, axis, start, length, bins):
    """Maxima of the bins along one axis; -inf where a bin has no cell."""
    size = region.shape[axis]
    found = []
    for i in range(bins):
        cells = np.arange(start + i * length // bins, start - (-(i + 1) * length // bins))
        cells = cells[(cells >= 0) & (cells < size)]
        found.append(np.max(np.take(region, cells, axis), axis=axis, initial=-np.inf))
    return np.stack(found, axis)


def roi_pool(x, boxes, output_size, spatial_scale=1.0):
    ph, pw = np.broadcast_to(output_size, 2).tolist()
    out = np.zeros((len(boxes), x.shape[1], ph, pw))
    for k in range(len(boxes)):
        left, top, right, bottom = np.rint(boxes[k, 1:] * spatial_scale).astype(int).tolist()
        rows = reduce(x[int(boxes[k, 0])], 1, top, bottom - top + 1, ph)
        grid = reduce(rows, 2, left, right - left + 1, pw)
        out[k] = np.where(np.isinf(grid), 0, grid)
    return out
