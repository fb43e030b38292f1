"""The numbers of the optimisers deck, from complex steps, matrices, filters and data loaders."""

import numpy as np
from scipy.signal import lfilter

TINY = 1e-30


def slope(loss, w: float) -> float:
    """Return the derivative of an analytic function by a complex step."""
    return loss(complex(w, TINY)).imag / TINY


def moving_average(beta: float, values: list[float]) -> np.ndarray:
    """Return the averages from zero as the output of a recursive filter."""
    return lfilter([1 - beta], [1, -beta], values)


def corrected(beta: float, values: list[float]) -> float:
    """Return the bias-corrected average as a mean with normalised weights."""
    ages = np.arange(len(values))[::-1]
    return np.average(values, weights=beta**ages)


def gradient_descent_steps(a, b, w0, lr, k):
    w = w0
    for _ in range(k):
        w -= lr * slope(lambda z: a * (z - b) ** 2 / 2, w)
    return w


def sgd_two_samples(w0, lr, x1, y1, x2, y2):
    w = w0
    for x, y in ((x1, y1), (x2, y2)):
        w -= lr * slope(lambda z, x=x, y=y: (z * x - y) ** 2 / 2, w)
    return w


def updates_per_epoch(n, b, e):
    return len(range(0, n, b)) * e


def momentum_two_steps(mu, lr, a, w0):
    velocity = np.array([mu, a])
    step = np.array([velocity, np.array([0, 1]) - lr * velocity])
    return (np.linalg.matrix_power(step, 2) @ [0, w0])[1]


def adagrad_two_steps(lr, w0, g1, g2):
    seen = np.array([g1, g2], dtype=float)
    return w0 - lr * np.sum(seen / np.sqrt(np.add.accumulate(seen**2)))


def rmsprop_two_steps(b, lr, g1, g2):
    return lr * g2 / np.sqrt(moving_average(b, [g1**2, g2**2])[-1])


def adam_second_step(g1, g2):
    return corrected(0.9, [g1, g2]) / np.sqrt(corrected(0.999, [g1**2, g2**2]))


def adam_corrected_moments(t, m, v):
    # the constant gradient and the constant square that lead to these averages
    gain_m = moving_average(0.9, [1] * t)[-1]
    gain_v = moving_average(0.999, [1] * t)[-1]
    return (m / gain_m) * np.sqrt(gain_v / v)


def amsgrad_maximum(b, g1, g2, g3):
    return moving_average(b, [g1**2, g2**2, g3**2]).max()


def optimizer_memory(p):
    # p million parameters, so bytes per parameter are MB per million
    weight = np.zeros(1, dtype=np.float32)
    kept = [weight, np.zeros_like(weight), np.zeros_like(weight), np.zeros_like(weight)]
    return p * sum(array.nbytes for array in kept)
