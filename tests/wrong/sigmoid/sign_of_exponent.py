# WRONG: basic: 1 / (1 + e^x), as one of the notes has it, is sigmoid(-x)
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(x))
