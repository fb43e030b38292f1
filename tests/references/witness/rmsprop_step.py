"""PyTorch: torch.optim.RMSprop, in float64."""

import numpy as np
import torch


def witness(w, grad, sq_avg, lr=0.01, beta=0.99, eps=1e-8):
    held = torch.tensor(np.asarray(w, dtype=np.float64))
    optimizer = torch.optim.RMSprop([held], lr=lr, alpha=beta, eps=eps)
    held.grad = torch.tensor(np.asarray(grad, dtype=np.float64))
    state = {"step": 5, "square_avg": sq_avg}
    optimizer.state[held] = {
        name: torch.tensor(np.asarray(value, dtype=np.float64)) for name, value in state.items()
    }
    optimizer.step()
    state = optimizer.state[held]
    return held.numpy(), state["square_avg"].numpy()
