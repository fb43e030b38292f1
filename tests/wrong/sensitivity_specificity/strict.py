# WRONG: edge: a score equal to the threshold is taken for negative
import numpy as np


def sensitivity_specificity(y_true, y_score, threshold=0.5):
    ill, called = y_true.astype(bool), y_score > threshold
    sensitivity = called[ill].mean() if ill.any() else np.nan
    specificity = (~called[~ill]).mean() if (~ill).any() else np.nan
    return sensitivity, specificity
