"""SciPy: the falling half of scipy.signal.windows.hann; np.interp for the warm-up."""

import numpy as np
from scipy.signal.windows import hann


def witness(step, total_steps, lr_max, lr_min=0.0, warmup_steps=0):
    falling = hann(2 * (total_steps - warmup_steps) + 1)[total_steps - warmup_steps :]
    steps = np.arange(warmup_steps, total_steps + 1)
    rates = lr_min + (lr_max - lr_min) * falling
    if warmup_steps:
        steps, rates = np.append(0, steps), np.append(0.0, rates)
    return np.interp(np.asarray(step, dtype=np.float64), steps, rates)
