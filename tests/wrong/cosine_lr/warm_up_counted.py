# WRONG: basic: the cosine starts with the warm-up, so the rate jumps at its end
import numpy as np


def cosine_lr(step, total_steps, lr_max, lr_min=0.0, warmup_steps=0):
    step = np.asarray(step, dtype=float)
    warm = lr_max * step / max(warmup_steps, 1)
    p = np.minimum(step / total_steps, 1)
    cos = lr_min + 0.5 * (lr_max - lr_min) * (1 + np.cos(np.pi * p))
    return np.where(step < warmup_steps, warm, cos)
