"""PyTorch: torch.optim.AdamW, in float64."""

import numpy as np
import torch


def witness(w, grad, m, v, t, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    held = torch.tensor(np.asarray(w, dtype=np.float64))
    decay = {"weight_decay": weight_decay}
    optimizer = torch.optim.AdamW([held], lr=lr, betas=(beta1, beta2), eps=eps, **decay)
    held.grad = torch.tensor(np.asarray(grad, dtype=np.float64))
    state = {"step": t - 1, "exp_avg": m, "exp_avg_sq": v}
    optimizer.state[held] = {
        name: torch.tensor(np.asarray(value, dtype=np.float64)) for name, value in state.items()
    }
    optimizer.step()
    state = optimizer.state[held]
    return held.numpy(), state["exp_avg"].numpy(), state["exp_avg_sq"].numpy()
