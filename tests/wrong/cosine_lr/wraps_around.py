# WRONG: dtype: step - warmup_steps of unsigned integers wraps around where the warm-up lasts
import numpy as np


def cosine_lr(step, total_steps, lr_max, lr_min=0.0, warmup_steps=0):
    p = np.clip((step - warmup_steps) / (total_steps - warmup_steps), 0, 1)
    cos = lr_min + 0.5 * (lr_max - lr_min) * (1 + np.cos(np.pi * p))
    return np.minimum(cos, lr_max * step / max(warmup_steps, 1)) if warmup_steps else cos
