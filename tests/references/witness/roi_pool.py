"""PyTorch: torch.nn.functional.adaptive_max_pool2d of each region, cut out of a frame of -inf."""

import numpy as np
import torch

SQUARE = np.arange(36.0).reshape(1, 1, 6, 6)
GOLDEN = [
    # five rows and columns from 0 to 4; the two halves share the middle one
    (
        {"x": SQUARE, "boxes": np.array([[0, 0, 0, 4, 4]]), "output_size": 2},
        [[[[14.0, 16.0], [26.0, 28.0]]]],
    ),
    # a single cell
    (
        {"x": SQUARE, "boxes": np.array([[0, 16, 32, 16, 32]]), "output_size": 2}
        | {"spatial_scale": 1 / 16},
        [[[[13.0, 13.0], [13.0, 13.0]]]],
    ),
    # columns 4 to 7, of which 6 and 7 are outside
    (
        {"x": SQUARE, "boxes": np.array([[0, 4, 0, 7, 1]]), "output_size": 2},
        [[[[5.0, 0.0], [11.0, 0.0]]]],
    ),
]


def witness(x, boxes, output_size, spatial_scale=1.0):
    grid = output_size if isinstance(output_size, tuple) else (output_size, output_size)
    cells = [[round(float(v) * spatial_scale) for v in box[1:]] for box in boxes]
    frame = max([0, *(abs(v) for box in cells for v in box)]) + 1
    around = ((0, 0), (0, 0), (frame, frame), (frame, frame))
    framed = torch.from_numpy(np.pad(x.astype(float), around, constant_values=-np.inf))
    out = np.zeros((len(boxes), x.shape[1], *grid))
    for k, (left, top, right, bottom) in enumerate(cells):
        rows = slice(frame + top, frame + bottom + 1)
        region = framed[int(boxes[k, 0]), :, rows, frame + left : frame + right + 1]
        pooled = torch.nn.functional.adaptive_max_pool2d(region, grid).numpy()
        out[k] = np.where(np.isneginf(pooled), 0, pooled)
    return out
