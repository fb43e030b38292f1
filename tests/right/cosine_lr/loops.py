import math

import numpy as np


def one(t, total, high, low, warm):
    if t < warm:
        return high * t / warm
    if t >= total:
        return low
    return low + (high - low) * (1 + math.cos(math.pi * (t - warm) / (total - warm))) / 2


def cosine_lr(step, total_steps, lr_max, lr_min=0.0, warmup_steps=0):
    rates = [one(t, total_steps, lr_max, lr_min, warmup_steps) for t in step.ravel().tolist()]
    return np.array(rates, dtype=float).reshape(step.shape)
