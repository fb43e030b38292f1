"""Differences of the loss itself: it is linear in each of x, w and b, so a step of 1 is exact."""

import numpy as np


def loss(dout, x, w, b):
    return float(((x @ w + b) * dout).sum())


def slopes(of, at):
    """The derivative for every entry, by central differences."""
    found = np.zeros(at.shape)
    for place in np.ndindex(*at.shape):
        step = np.zeros(at.shape)
        step[place] = 1.0
        found[place] = (of(at + step) - of(at - step)) / 2
    return found


def witness(dout, x, w):
    dout, x, w = (a.astype(np.float64) for a in (dout, x, w))
    b = np.zeros(w.shape[1])
    return (
        slopes(lambda moved: loss(dout, moved, w, b), x),
        slopes(lambda moved: loss(dout, x, moved, b), w),
        slopes(lambda moved: loss(dout, x, w, moved), b),
    )
