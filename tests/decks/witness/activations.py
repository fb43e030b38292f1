"""The numbers of the activations deck, from complex steps, layers that are run, and SciPy."""

from fractions import Fraction

import numpy as np
from scipy.special import log_expit, log_softmax, softmax
from scipy.stats import logistic

STEP = 1e-30j


def slope(function, x):
    """The derivative, exact to rounding: no difference of near values is taken."""
    return function(x + STEP).imag / STEP.imag


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def collapse_two_linear_layers(a, b, c, d, p, q):
    second_input = np.array([0, 1])
    hidden = np.array([[a, b], [c, d]]) @ second_input
    return np.array([p, q]) @ hidden


def slope_product(a, b, c):
    """One small change of the first input, carried forward through the three units."""
    first = sigmoid(a + STEP)
    second = np.tanh(b + 1j * first.imag)
    third = c + 1j * second.imag
    return np.where(third.real > 0, third, 0).imag / STEP.imag


def sigmoid_slope_value(x):
    return logistic.pdf(x)


def sigmoid_layers_until_vanished(w, k):
    bound, units = Fraction(1), 0
    while bound >= Fraction(1, 10**k):
        bound *= Fraction(str(w)) / 4
        units += 1
    return units


def tanh_from_sigmoid(x):
    return slope(np.tanh, x)


def tanh_sigmoid_slope_ratio(x):
    return slope(np.tanh, x) / slope(sigmoid, x)


def relu_backward(a, b, c, p, q, r):
    return np.heaviside([a, b, c], 0) @ [p, q, r]


def dead_unit_fraction(m, a, b, c, d):
    x = np.linspace(0, m, 41)
    outputs = np.maximum(0, [x - a, -x - b, 2 * x - c, d - x])
    return np.mean(~outputs.any(axis=1))


def prelu_slope_gradient(a, x, y, z, p, q, r):
    """The loss is linear in the slope, so a whole step of it gives the gradient."""
    inputs = np.array([x, y, z])

    def loss(leak):
        return np.where(inputs > 0, inputs, leak * inputs) @ [p, q, r]

    return loss(a + 1) - loss(a)


def swish_value(x, b):
    return x / 2 * (1 + np.tanh(b * x / 2))


def mish_value(x):
    """Without tanh and softplus: their composition is rational in the exponential."""
    odds = np.exp(2 * x) + 2 * np.exp(x)
    return x * odds / (odds + 2)


def h_swish_value(x):
    return x * np.interp(x, [-3, 3], [0, 1])


def softmax_value(a, b, c):
    return softmax([a, b, c])[0]


def two_class_softmax(a, b):
    return softmax([a, b])[1]


def softmax_shifted_denominator(m, p, q):
    """The largest class has the numerator 1."""
    return 1 / softmax([m - p, m, m - q]).max()


def log_softmax_value(m, p, q):
    return log_softmax([m, m - p, m - q])[2]


def bce_from_logit(x, y):
    return -log_expit(x if y else -x)
