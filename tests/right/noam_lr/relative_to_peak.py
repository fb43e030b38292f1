import numpy as np


def noam_lr(step, d_model, warmup_steps=4000, factor=1.0):
    peak = factor / np.sqrt(d_model * warmup_steps)
    t = step / warmup_steps
    return peak * np.where(t < 1, t, 1 / np.sqrt(t))
