# WRONG: basic: raises what is above 127 and lowers what is below (the notes)
import numpy as np


def adjust_contrast(img, factor):
    return np.clip(127 + factor * (img.astype(np.float64) - 127), 0, 255)
