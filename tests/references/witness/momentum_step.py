"""PyTorch: torch.optim.SGD with momentum, in float64."""

import numpy as np
import torch


def witness(w, grad, velocity, lr=0.01, momentum=0.9):
    held = torch.tensor(np.asarray(w, dtype=np.float64))
    optimizer = torch.optim.SGD([held], lr=lr, momentum=momentum)
    held.grad = torch.tensor(np.asarray(grad, dtype=np.float64))
    state = {"momentum_buffer": velocity}
    optimizer.state[held] = {
        name: torch.tensor(np.asarray(value, dtype=np.float64)) for name, value in state.items()
    }
    optimizer.step()
    state = optimizer.state[held]
    return held.numpy(), state["momentum_buffer"].numpy()
