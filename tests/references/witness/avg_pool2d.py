"""PyTorch: torch.nn.functional.avg_pool2d in double precision; and windows worked by hand."""

import numpy as np
import torch

RAMP = np.arange(16.0).reshape(1, 1, 4, 4)
CORNER = {"x": np.full((1, 1, 2, 2), -2.0), "kernel_size": 3, "stride": 2, "pad": 1}
GOLDEN = [
    ({"x": RAMP, "kernel_size": 2}, [[[[2.5, 4.5], [10.5, 12.5]]]]),
    (CORNER, [[[[-8 / 9]]]]),
    (CORNER | {"count_include_pad": False}, [[[[-2.0]]]]),
]


def witness(x, kernel_size, stride=None, pad=0, count_include_pad=True):
    maps = torch.from_numpy(np.asarray(x, dtype=np.float64))
    return torch.nn.functional.avg_pool2d(
        maps, kernel_size, stride, pad, count_include_pad=count_include_pad
    ).numpy()
