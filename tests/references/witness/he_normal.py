"""PyTorch: the deviation that torch.nn.init.kaiming_normal_ asks its tensor for."""

import torch


class Asked(torch.Tensor):
    def normal_(self, mean, std, generator=None):
        self.asked = mean, std
        return self


def witness(shape, rng, a=0.0, mode="fan_in"):
    tensor = torch.empty(shape).as_subclass(Asked)
    mean, std = torch.nn.init.kaiming_normal_(tensor, a, mode).asked
    return mean + std * rng.standard_normal(shape)
