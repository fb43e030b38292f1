import math

import numpy as np


def noam_lr(step, d_model, warmup_steps=4000, factor=1.0):
    rates = np.zeros(step.shape)
    for place, t in np.ndenumerate(step):
        rates[place] = min(1 / math.sqrt(t), t / math.sqrt(warmup_steps) ** 3)
    return rates * factor / math.sqrt(d_model)
