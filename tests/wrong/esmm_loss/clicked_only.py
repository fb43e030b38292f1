# WRONG: basic: CVR is trained on the clicked impressions, which is what ESMM is there to avoid
import numpy as np


def bce(z, y):
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


def esmm_loss(ctr_logits, cvr_logits, clicks, conversions):
    clicked = clicks == 1
    ctr = bce(ctr_logits, clicks).mean()
    cvr = bce(cvr_logits[clicked], conversions[clicked]).mean() if clicked.any() else 0.0
    return ctr + cvr
