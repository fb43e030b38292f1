"""PyTorch: torch.nn.functional.interpolate, mode "bilinear", in double precision."""

import numpy as np
import torch

ROW = {"x": np.array([[[[0.0, 12.0]]]]), "size": (1, 4)}
GOLDEN = [
    (ROW, [[[[0.0, 3.0, 9.0, 12.0]]]]),
    (ROW | {"align_corners": True}, [[[[0.0, 4.0, 8.0, 12.0]]]]),
    # to one pixel: the middle, or the first one where corners are aligned
    (ROW | {"size": (1, 1)}, [[[[6.0]]]]),
    (ROW | {"size": (1, 1), "align_corners": True}, [[[[0.0]]]]),
]


def witness(x, size, align_corners=False):
    maps = torch.from_numpy(np.asarray(x, dtype=np.float64))
    return torch.nn.functional.interpolate(
        maps, size=size, mode="bilinear", align_corners=align_corners
    ).numpy()
