# WRONG: basic: rounds the scores, so the threshold is always one half
import numpy as np


def sensitivity_specificity(y_true, y_score, threshold=0.5):
    ill, called = y_true.astype(bool), np.round(y_score) == 1
    sensitivity = called[ill].mean() if ill.any() else np.nan
    specificity = (~called[~ill]).mean() if (~ill).any() else np.nan
    return sensitivity, specificity
