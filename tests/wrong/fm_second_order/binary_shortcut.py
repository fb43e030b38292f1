# WRONG: basic: x is taken for its own square, which holds for 0 and 1 only
import numpy as np


def fm_second_order(x, v):
    square_of_sum = np.dot(x, v) ** 2
    sum_of_square = np.dot(x, v ** 2)
    return 0.5 * (square_of_sum - sum_of_square).sum(axis=1)
