# WRONG: basic: max instead of min
import numpy as np


def noam_lr(step, d_model, warmup_steps=4000, factor=1.0):
    return factor * d_model**-0.5 * np.maximum(step**-0.5, step * warmup_steps**-1.5)
