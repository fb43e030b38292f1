"""The numbers of the sequence models deck, from matrices, all paths and complex steps."""

import cmath
import itertools
import math
from fractions import Fraction

import numpy as np
from scipy.special import expit, softmax

TINY = 1e-30


def bigram_sentence_probability(s, a, b, c, d, e):
    return float(Fraction(a, s) * Fraction(c, b) * Fraction(e, d))


def markov_chain_three_steps(a, b):
    chain = np.array([[a, 1 - a], [b, 1 - b]])
    return np.linalg.matrix_power(chain, 3)[0, 0]


def hmm_forward_value(p, a, b, e, g):
    start, move = [p, 1 - p], [[a, 1 - a], [1 - b, b]]
    one = [e, g]
    return sum(
        start[i] * one[i] * move[i][j] * (1 - one[j])
        for i, j in itertools.product(range(2), repeat=2)
    )


def viterbi_best_score(a, b, c, k):
    emission, move = [(a, 1), (0, b), (c, 0)], [[k, -1], [-2, k]]
    return max(
        sum(row[label] for row, label in zip(emission, path, strict=True))
        + sum(move[i][j] for i, j in itertools.pairwise(path))
        for path in itertools.product(range(2), repeat=3)
    )


def viterbi_operations(T, N):  # noqa: N803
    return sum(np.add.outer(np.zeros(N), np.zeros(N)).size for _ in itertools.pairwise(range(T)))


def crf_sequence_probability(a, b, c, d):
    emission, move = [(a, 0), (0, b)], [[c, d], [0, 1]]
    paths = list(itertools.product(range(2), repeat=2))
    scores = [emission[0][i] + move[i][j] + emission[1][j] for i, j in paths]
    return softmax(scores)[paths.index((0, 1))]


def rnn_two_steps(u, w, b, p, q):
    state = np.zeros(1)
    for x in (p, q):
        state = np.tanh(np.array([[u, w, b]]) @ np.array([x, state[0], 1]))
    return state[0]


def bptt_scalar_gradient(w, h, p, q):
    state, loss, weight = h, 0, complex(w, TINY)
    for x in (p, q):
        state = weight * state + x
        loss += state**2 / 2
    return loss.imag / TINY


def rnn_gradient_factor(s, p, n):
    turn = cmath.exp(0.7j)
    rotation = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
    gradient = np.array([0.6, 0.8])
    for _ in range(n):
        gradient = (s * rotation).T @ (p * gradient)
    return np.linalg.norm(gradient)


def lstm_parameter_count(D, H):  # noqa: N803
    shapes = [(H, D), (H, H), (H,)] * 4
    return sum(math.prod(shape) for shape in shapes)


def lstm_step(gates, old):
    """One step from the inputs of the activations, in the order i, f, o, candidate."""
    i, f, o = expit(gates[:3])
    cell = f * old + i * np.tanh(gates[3])
    return cell, o * np.tanh(cell)


def lstm_memory_share(f, n):
    cell = 100.0
    for _ in range(n):
        cell, _ = lstm_step(np.array([-np.inf, math.log(f / (1 - f)), 0, 0]), cell)
    return cell


def lstm_cell_update(c, f, i, g):
    gates = [math.log(i / (1 - i)), math.log(f / (1 - f)), 0, math.atanh(g)]
    return lstm_step(np.array(gates), c)[0]


def lstm_scalar_step(c, i, f, o, g):
    return lstm_step(np.array([i, f, o, g], dtype=float), c)[1]
