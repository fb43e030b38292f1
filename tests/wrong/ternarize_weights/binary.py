# WRONG: basic: signs alone; the notes call -1, 0 and 1 binary, but it takes a threshold to get a 0
import numpy as np


def ternarize_weights(w, factor=0.7):
    return np.sign(w).astype(int), float(np.abs(w).mean()) if w.size else 0.0
