"""Vision Transformers by building their grids, windows, masks and tables and counting."""

import itertools
import math

import numpy as np
from scipy import special


def size(*shapes: tuple[float, ...]) -> int:
    return sum(math.prod(round(side) for side in shape) for shape in shapes)


def cells(n: float, stride: float) -> int:
    """Return how many whole steps of the stride fit into n."""
    return len(range(round(stride), round(n) + 1, round(stride)))


def coordinates(h: float, w: float) -> np.ndarray:
    return np.indices((round(h), round(w))).reshape(2, -1)


def tiny_se_block(a, b, c, d, k, u, v, p, q):
    maps = np.array([[[a, b], [c, d]], [[k, k], [k, k]]])
    hidden = np.maximum([[u, v]] @ maps.mean(axis=(1, 2)), 0)
    return special.expit(np.array([[p], [q]]) @ hidden)[0]


def se_parameters(n, c, r):
    return size(*[(c, c // r), (c // r, c)] * round(n))


def coordinate_attention_parameters(c, r):
    mid = np.clip(np.floor(c / r), 8, None)
    return size((mid, c, 1, 1), (c, mid, 1, 1), (c, mid, 1, 1))


def vit_block_parameters(d, m):
    attention = [(3 * d, d), (3 * d,), (d, d), (d,)]
    mlp = [(m * d, d), (m * d,), (d, m * d), (d,)]
    return size(*attention, *mlp, *[(d,)] * 4)


def resized_position_table(p, h, w, d):
    patches = np.zeros((round(h), round(w)), np.int8)[:: round(p), :: round(p)]
    return size((1, d), (patches.size, d))


def swin_attention_cost(m, gh, gw, c):
    def attention(tokens):
        return size(*[(tokens, c, c)] * 4, (tokens, c, tokens), (tokens, tokens, c))

    windows = round(gh * gw)
    return attention(windows * m * m) / sum(attention(m * m) for _ in range(windows))


def swin_stage_size(c, h, w, s):
    shape = [cells(h, 4), cells(w, 4), round(c)]
    for _ in range(1, round(s)):
        shape = [shape[0] // 2, shape[1] // 2, shape[2] * 2]
    return size(tuple(shape))


def shifted_window_count(m, h, w):
    rows, columns = (coordinates(h, w) + m - m // 2) // m
    return len(set(zip(rows, columns, strict=True)))


def swin_masked_pairs(m, a):
    region = coordinates(m, m)[0] >= a
    return np.count_nonzero(region[:, None] != region)


def patch_merging_parameters(c):
    four = np.zeros((2, 2, round(c)), np.int8).size
    return size((four,), (four,), (four, 2 * c))


def swin_bias_table_size(m, n, k):
    offsets = {
        (a - b, c - d)
        for (a, b), (c, d) in itertools.product(
            itertools.product(range(round(m)), repeat=2),
            itertools.product(range(round(n)), repeat=2),
        )
    }
    return size((len(offsets), k))


def relative_position_index_value(m, a, b, c, d):
    # The offsets in order: the index is the place of this one among them.
    reach = range(1 - round(m), round(m))
    return list(itertools.product(reach, reach)).index((a - c, b - d))


def delegate_pairs(r, h, w):
    delegates = np.zeros((round(h), round(w)), np.int8)[:: round(r), :: round(r)].ravel()
    return np.subtract.outer(delegates, delegates).size


def riformer_merge(g, b, s, t):
    def block(u):
        x = g * u + b
        return (s * x + t) - x

    return (block(1) + block(-1)) / 2


def mil_activation_memory(a, n, b):
    values = a * 1e6 / np.float32().nbytes
    return math.fsum([values * b] * round(n)) / 1e9
