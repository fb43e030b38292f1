# WRONG: edge: after the last step the cosine goes on
import numpy as np


def cosine_lr(step, total_steps, lr_max, lr_min=0.0, warmup_steps=0):
    step = np.asarray(step, dtype=float)
    warm = lr_max * step / max(warmup_steps, 1)
    p = (step - warmup_steps) / (total_steps - warmup_steps)
    cos = lr_min + 0.5 * (lr_max - lr_min) * (1 + np.cos(np.pi * p))
    return np.where(step < warmup_steps, warm, cos)
