# WRONG: basic: with 1 / (1 + e^x) for the sigmoid, as one of the notes has it
import numpy as np


def swish(x, beta=1.0):
    return x * (1 / (1 + np.exp(beta * x)))
