"""PyTorch: torch.nn.functional.max_pool2d in double precision; and windows worked by hand."""

import numpy as np
import torch

RAMP = np.arange(16.0).reshape(1, 1, 4, 4)
GOLDEN = [
    ({"x": RAMP, "kernel_size": 2}, [[[[5.0, 7.0], [13.0, 15.0]]]]),
    ({"x": RAMP, "kernel_size": (4, 1)}, [[[[12.0, 13.0, 14.0, 15.0]]]]),
    # the corner of a map of -2s: padding never wins
    ({"x": np.full((1, 1, 2, 2), -2.0), "kernel_size": 3, "stride": 2, "pad": 1}, [[[[-2.0]]]]),
]


def witness(x, kernel_size, stride=None, pad=0):
    maps = torch.from_numpy(np.asarray(x, dtype=np.float64))
    return torch.nn.functional.max_pool2d(maps, kernel_size, stride, pad).numpy()
