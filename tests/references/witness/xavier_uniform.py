"""PyTorch: the bounds that torch.nn.init.xavier_uniform_ asks its tensor for."""

import torch


class Asked(torch.Tensor):
    def uniform_(self, low, high, generator=None):
        self.bounds = low, high
        return self


def witness(shape, rng, gain=1.0):
    tensor = torch.empty(shape).as_subclass(Asked)
    low, high = torch.nn.init.xavier_uniform_(tensor, gain).bounds
    return low + (high - low) * rng.random(shape)
