"""PyTorch: torch.optim.Adagrad, in float64."""

import numpy as np
import torch


def witness(w, grad, sq_sum, lr=0.01, eps=1e-10):
    held = torch.tensor(np.asarray(w, dtype=np.float64))
    optimizer = torch.optim.Adagrad([held], lr=lr, eps=eps)
    held.grad = torch.tensor(np.asarray(grad, dtype=np.float64))
    state = {"step": 5, "sum": sq_sum}
    optimizer.state[held] = {
        name: torch.tensor(np.asarray(value, dtype=np.float64)) for name, value in state.items()
    }
    optimizer.step()
    state = optimizer.state[held]
    return held.numpy(), state["sum"].numpy()
