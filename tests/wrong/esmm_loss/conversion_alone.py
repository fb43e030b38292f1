# WRONG: edge: the second label is the conversion, whether or not there was a click
import numpy as np


def log_sigmoid(z):
    return -np.logaddexp(0, -z)


def esmm_loss(ctr_logits, cvr_logits, clicks, conversions):
    a, b = np.asarray(ctr_logits, float), np.asarray(cvr_logits, float)
    y, z = np.asarray(clicks, float), np.asarray(conversions, float)
    ctr = -(y * log_sigmoid(a) + (1 - y) * log_sigmoid(-a))
    yes = log_sigmoid(a) + log_sigmoid(b)
    no = np.logaddexp(log_sigmoid(-a), log_sigmoid(a) + log_sigmoid(-b))
    return (ctr - z * yes - (1 - z) * no).mean()
