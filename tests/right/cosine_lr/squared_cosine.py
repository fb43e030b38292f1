import numpy as np


def cosine_lr(step, total_steps, lr_max, lr_min=0.0, warmup_steps=0):
    rates = np.empty(step.shape)
    early = step < warmup_steps
    rates[early] = step[early] * (lr_max / max(1, warmup_steps))
    p = (step[~early].astype(float) - warmup_steps) / (total_steps - warmup_steps)
    share = np.cos(np.pi / 2 * p.clip(max=1.0)) ** 2
    rates[~early] = share * lr_max + (1 - share) * lr_min
    return rates
