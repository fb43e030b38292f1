"""PyTorch's prune.ln_structured for what goes, and convolutions that the rest must reproduce."""

import numpy as np
import torch
from torch.nn.utils import prune

GOLDEN = [
    (
        {
            "w": np.array([2.0, 1.0, -2.0, 2.0]).reshape(4, 1, 1, 1),
            "b": np.arange(4.0),
            "next_w": np.arange(8.0).reshape(2, 4, 1, 1),
        },
        (
            np.array([0, 2]),
            np.array([2.0, -2.0]).reshape(2, 1, 1, 1),
            np.array([0.0, 2.0]),
            np.array([0.0, 2.0, 4.0, 6.0]).reshape(2, 2, 1, 1),
        ),
    )
]


def tensors(*arrays):
    return [torch.tensor(np.asarray(a, dtype=np.float64)) for a in arrays]


def agrees(answer, w, b, next_w, ratio=0.5):
    kept, *small = answer
    old = tensors(w, b, next_w)
    gone = int(np.floor(ratio * len(w)))
    assert len(kept) == len(w) - gone
    norms = [sum(map(abs, np.asarray(f, dtype=np.float64).ravel().tolist())) for f in w]
    order = sorted(range(len(w)), key=lambda i: (-round(norms[i], 9), i))
    assert kept.tolist() == sorted(order[: len(kept)])
    if len({round(n, 9) for n in norms}) == len(norms) and gone:
        layer = torch.nn.Module()
        layer.weight = torch.nn.Parameter(old[0])
        prune.ln_structured(layer, "weight", amount=gone, n=1, dim=0)
        stays = layer.weight_mask.flatten(1).any(dim=1).nonzero().flatten().tolist()
        assert kept.tolist() == stays
    side = w.shape[-1] + next_w.shape[-1] + 1
    x = torch.tensor(np.random.default_rng(0).normal(size=(1, w.shape[1], side, side)))
    middle = torch.nn.functional.conv2d(x, old[0], old[1]).relu()
    mask = torch.zeros(len(w), dtype=torch.float64)
    mask[kept.tolist()] = 1
    want = torch.nn.functional.conv2d(middle * mask[:, None, None], old[2])
    few = tensors(*small)
    have = torch.nn.functional.conv2d(torch.nn.functional.conv2d(x, few[0], few[1]).relu(), few[2])
    torch.testing.assert_close(have, want)
