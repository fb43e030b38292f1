# WRONG: basic: the factor 1/2 is missing, so the rate starts at twice the peak
import numpy as np


def cosine_lr(step, total_steps, lr_max, lr_min=0.0, warmup_steps=0):
    step = np.asarray(step, dtype=float)
    warm = lr_max * step / max(warmup_steps, 1)
    p = np.minimum((step - warmup_steps) / (total_steps - warmup_steps), 1)
    cos = lr_min + (lr_max - lr_min) * (1 + np.cos(np.pi * p))
    return np.where(step < warmup_steps, warm, cos)
