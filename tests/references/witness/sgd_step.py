"""PyTorch: torch.optim.SGD, in float64."""

import numpy as np
import torch


def witness(w, grad, lr=0.01, weight_decay=0.0):
    held = torch.tensor(np.asarray(w, dtype=np.float64))
    optimizer = torch.optim.SGD([held], lr=lr, weight_decay=weight_decay)
    held.grad = torch.tensor(np.asarray(grad, dtype=np.float64))
    optimizer.step()
    return held.numpy()
