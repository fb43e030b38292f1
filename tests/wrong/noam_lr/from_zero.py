# WRONG: basic: counts the steps from 0
import numpy as np


def noam_lr(step, d_model, warmup_steps=4000, factor=1.0):
    t = step + 1
    return factor * d_model**-0.5 * np.minimum(t**-0.5, t * warmup_steps**-1.5)
