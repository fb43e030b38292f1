"""Attention, its cost and its encodings by running small layers and adding up shapes."""

import math
from fractions import Fraction

import numpy as np
from scipy import special


def size(*shapes: tuple[float, ...]) -> int:
    return sum(math.prod(round(side) for side in shape) for shape in shapes)


def sinusoids(positions: np.ndarray, d: int) -> np.ndarray:
    """Return the codes of the positions; the pairs are the parts of complex numbers."""
    waves = np.exp(1j * np.outer(positions, np.logspace(0, -4, d // 2, endpoint=False)))
    return np.stack([waves.imag, waves.real], axis=2).reshape(len(positions), d)


def self_attention_by_hand(a, b, c, d):
    x = np.array([[a, b], [c, d]])
    return (special.softmax(x @ x.T / np.sqrt(2), axis=1) @ x)[0, 0]


def dot_product_spread(d, u, v):
    # Components that are plus or minus their spread: all sign patterns of one product, d times.
    q, k = np.array([-1, 1]) * math.sqrt(u), np.array([-1, 1]) * math.sqrt(v)
    return math.hypot(*[np.outer(q, k).std()] * round(d))


def mha_parameters(d, h):
    heads = [(d, d // h)] * round(3 * h)
    return size(*heads, (d, d), (d,))


def full_width_heads(d, h):
    heads, wide = round(3 * h), d * h
    usual = size(*[(d, d // h)] * heads, (d, d))
    return (size(*[(d, d)] * heads, (wide, d)) - usual) / 1e6


def cross_attention_weights(b, s, t, h):
    q, k = (np.zeros((round(b), round(h), round(n), 1), dtype=np.int8) for n in (t, s))
    return (q @ k.swapaxes(2, 3)).size


def matrix_chain(a, b, c, d):
    sides = [round(side) for side in (a, b, c, d)]

    def cost(i, j):
        splits = range(i + 1, j)
        return min(
            (cost(i, m) + cost(m, j) + sides[i] * sides[m] * sides[j] for m in splits), default=0
        )

    return cost(0, 3)


def attention_growth(f):
    tokens = [Fraction(side) ** 2 for side in (20, 20 * f)]
    small, large = (size((n, 64, n), (n, n, 64)) for n in tokens)
    return large / small


def mha_macs(n, d, h):
    width = d // h
    head = [(n, d, width)] * 3 + [(n, width, n), (n, n, width)]
    return size(*head * round(h), (n, d, d)) / 1e6


def transformer_parameters(L, d, V):  # noqa: N803
    layer = [(d, d)] * 4 + [(d, 4 * d), (4 * d, d)]
    return size(*layer * round(L), (V, d)) / 1e6


def sinusoidal_component(d, p, j):
    return sinusoids(np.array([p]), round(d))[0, round(j)]


def encoding_dot_product(t, k):
    first, second = sinusoids(np.array([t, t + k]), 4)
    return first @ second


def concat_extra_parameters(d, p):
    def layer(width):
        return [(width, width)] * 4 + [(width, 4 * width), (4 * width, width)]

    return (size(*layer(d + p)) - size(*layer(d))) / 1e6


def kv_cache_size(L, d, n, b):  # noqa: N803
    token = np.zeros((2, round(d)), dtype=np.float16).nbytes
    return math.ldexp(sum(token for _ in range(round(L * b))) * n, -30)


def three_way_tying(d, V):  # noqa: N803
    return (size((V, d), (V, d), (d, V)) - size((V, d))) / 1e6


def tied_softmax(p, q, u, v):
    rows = np.array([[p, 0], [0, q], [1, 1]])
    return special.softmax(rows @ [u, v]).max()
