"""Fractions, entry by entry, from the same draws; and the mean and variance over many of them."""

import copy
import math
from fractions import Fraction

import numpy as np

from quizml import references

many = references.load("stochastic_round").solve(np.full(200_000, -2.7), np.random.default_rng(1))
GOLDEN = [
    (
        {"x": np.array([0.25, 0.75, -0.5, 2.0]), "rng": np.random.default_rng(0)},
        np.array([0.0, 1.0, 0.0, 2.0]),  # draws 0.637, 0.270, 0.041, 0.017
    )
]


def witness(x, rng, step=1.0):
    assert abs(many.mean() + 2.7) < 0.01  # about ten standard errors
    assert abs(many.var() - 0.3 * 0.7) < 0.01
    draws = copy.deepcopy(rng).random(np.shape(x)).ravel().tolist()
    out = []
    for value, draw in zip(np.asarray(x, float).ravel().tolist(), draws, strict=True):
        y = Fraction(value) / Fraction(step)
        out.append(float((math.floor(y) + (Fraction(draw) < y % 1)) * Fraction(step)))
    return np.array(out, dtype=np.float64).reshape(np.shape(x))
