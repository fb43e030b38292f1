# WRONG: basic: a warm-up to 1 times the inverse root, which lacks w ** -0.5
import numpy as np


def noam_lr(step, d_model, warmup_steps=4000, factor=1.0):
    warm = np.minimum(step / warmup_steps, 1.0)
    return factor * d_model**-0.5 * warm * np.maximum(step, 1) ** -0.5
