import numpy as np


def softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def esmm_loss(ctr_logits, cvr_logits, clicks, conversions):
    a, b = ctr_logits.astype(float), cvr_logits.astype(float)
    y = clicks.astype(float)
    t = y * conversions
    ctr = softplus(a) - a * y
    # 1 - pq = (1 + e^-a + e^-b + e^(-a-b) - 1) / ((1 + e^-a)(1 + e^-b))
    none = np.logaddexp(np.logaddexp(-a, -b), -a - b)
    both = softplus(-a) + softplus(-b)
    return np.mean(ctr + both - (1 - t) * none)
