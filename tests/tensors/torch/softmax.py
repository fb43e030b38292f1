import torch


def softmax(x: torch.Tensor, axis: int = -1) -> torch.Tensor:
    if not x.is_floating_point():
        x = x.double()
    e = torch.exp(x - x.amax(dim=axis, keepdim=True))
    return e / e.sum(dim=axis, keepdim=True)
