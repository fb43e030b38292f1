# WRONG: stability: logarithms of probabilities that have rounded to 0 or 1
import numpy as np


def esmm_loss(ctr_logits, cvr_logits, clicks, conversions):
    a, b = np.asarray(ctr_logits, float), np.asarray(cvr_logits, float)
    y, yz = np.asarray(clicks, float), np.asarray(clicks, float) * conversions
    eps = 1e-15
    p = np.clip(1 / (1 + np.exp(-a)), eps, 1 - eps)
    q = np.clip(p / (1 + np.exp(-b)), eps, 1 - eps)
    ctr = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    ctcvr = -(yz * np.log(q) + (1 - yz) * np.log(1 - q))
    return np.mean(ctr + ctcvr)
