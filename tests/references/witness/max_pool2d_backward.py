"""PyTorch: automatic differentiation of torch.nn.functional.max_pool2d, in double precision."""

import numpy as np
import torch

ONE = np.array([[[[5.0]]]])
GOLDEN = [
    (
        {"dout": ONE, "x": np.array([[[[1.0, 3.0], [2.0, 0.0]]]]), "kernel_size": 2},
        [[[[0.0, 5.0], [0.0, 0.0]]]],
    ),
    (
        {"dout": ONE, "x": np.zeros((1, 1, 2, 2)), "kernel_size": 2},
        [[[[5.0, 0.0], [0.0, 0.0]]]],
    ),
    (
        {"dout": np.array([[[[5.0, 7.0]]]]), "x": np.array([[[[1.0, 3.0, 2.0]]]])}
        | {"kernel_size": (1, 2), "stride": 1},
        [[[[0.0, 12.0, 0.0]]]],
    ),
]


def witness(dout, x, kernel_size, stride=None, pad=0):
    maps = torch.from_numpy(np.asarray(x, dtype=np.float64)).requires_grad_()
    out = torch.nn.functional.max_pool2d(maps, kernel_size, stride, pad)
    out.backward(torch.from_numpy(np.asarray(dout, dtype=np.float64)))
    return maps.grad.numpy()
