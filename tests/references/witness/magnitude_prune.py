"""PyTorch's prune.l1_unstructured where no two are equal; and counting, weight by weight."""

import numpy as np
import torch
from torch.nn.utils import prune

GOLDEN = [
    (
        {"w": np.array([3.0, -3.0, 1.0, 3.0]), "sparsity": 0.5},
        (np.array([3.0, -3.0, 0.0, 0.0]), np.array([True, True, False, False])),
    )
]


def witness(w, sparsity):
    """A weight stays if fewer than the number to keep are larger, or equal and before it."""
    flat = np.asarray(w, dtype=np.float64).ravel()
    keep = flat.size - round(sparsity * flat.size)
    sizes = np.sort(np.abs(flat))
    larger = flat.size - np.searchsorted(sizes, np.abs(flat), side="right")
    seen = {}
    before = [
        seen[v] for v in map(abs, flat.tolist()) if (seen.update({v: seen.get(v, -1) + 1}) or 1)
    ]
    mask = (larger + np.array(before, dtype=int) < keep).reshape(np.shape(w))
    return np.where(mask, w, 0.0).astype(np.float64), mask


def agrees(answer, w, sparsity):
    if np.unique(np.abs(w)).size < np.size(w) or np.size(w) == 0:
        return
    layer = torch.nn.Module()
    layer.weight = torch.nn.Parameter(torch.tensor(np.asarray(w, dtype=np.float64)))
    prune.l1_unstructured(layer, "weight", amount=float(sparsity))
    np.testing.assert_array_equal(answer[0], layer.weight.detach().numpy())
    np.testing.assert_array_equal(answer[1], layer.weight_mask.numpy().astype(bool))
