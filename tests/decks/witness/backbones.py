"""The numbers of the backbones deck, from weight shapes, sliced maps, enumeration and CTC paths."""

from math import prod

import numpy as np


def count(*shapes: tuple[int, ...]) -> int:
    return sum(prod(shape) for shape in shapes)


def positions(h: int, w: int) -> np.ndarray:
    return np.zeros((h, w), dtype=np.int8)


def bottleneck_weights(c, m):
    return count((m, c, 1, 1), (m, m, 3, 3), (c, m, 1, 1))


def residual_chain_gradient(n, w, g):
    for _ in range(n):
        g += w * g
    return g


def residual_paths(n, k):
    return sum(path.bit_count() == k for path in range(2**n))


def resnet_stage_size(n, s):
    row = np.arange(n)
    for _ in range(s):
        row = row[::2]
    return row.size


def strided_pointwise_share(a, b, h, w):
    unseen = np.ones((h, w))
    unseen[::a, ::b] = 0
    return 100 * unseen.mean()


def pool_before_projection(h, w, c, d, a, b):
    full = positions(h, w)
    return (full.size - full[::a, ::b].size) * count((d, c, 1, 1)) / 1e6


def stride_to_3x3_cost(n, c, m):
    full = positions(n, n)
    return (full.size - full[::2, ::2].size) * count((m, c, 1, 1)) / 1e6


def mobilenet_block_cost(f, c, d):
    return positions(f, f).size * count((c, 1, 3, 3), (d, c, 1, 1)) / 1e6


def mobilenet_scaled_cost(f, r, a, c, d):
    stride = 224 // f
    scaled = positions(r, r)[::stride, ::stride]
    thin, out = round(a * c), round(a * d)
    return scaled.size * count((thin, 1, 3, 3), (out, thin, 1, 1)) / 1e6


def inverted_residual_weights(c, d, t, k):
    wide = t * c
    return count((wide, c, 1, 1), (wide, 1, k, k), (d, wide, 1, 1))


def shufflenet_unit_cost(f, c, m, g):
    shapes = (m, c // g, 1, 1), (m, 1, 3, 3), (c, m // g, 1, 1)
    return positions(f, f).size * count(*shapes) / 1e6


def nas_space_size(n, o, w):
    """The last architecture's number when all are numbered from 1."""
    return np.ravel_multi_index((o - 1, w - 1) * n, (o, w) * n) + 1


def reinforce_weight(d, b, p, q):
    return q - np.average([b, p], weights=[d, 1 - d])


def recogniser_map_size(h, w, s, k):
    maps = positions(h, w)[::2, ::2][::s]
    for _ in range(k):
        maps = maps[::2]
    return maps[1::2, 1::2].size  # one for each whole 2x2 window


def text_sequence_length(w, a, b):
    maps = positions(2 ** (a + b), w)
    for stride in [(2, 2)] * a + [(2, 1)] * b + [(1, 1)]:
        maps = maps[:: stride[0], :: stride[1]]
    return maps.shape[1]


def ctc_min_steps(n, p):
    """Walk the lattice of label and blanks until its end can be reached."""
    label = [0] * p + list(range(n - p))
    states = [-1]
    for token in label:
        states += [token, -1]
    skip = np.array([i > 1 and s not in (-1, states[i - 2]) for i, s in enumerate(states)])
    reached = np.arange(len(states)) < 2
    steps = 1
    while not reached[-2:].any():
        once, twice = np.roll(reached, 1), np.roll(reached, 2)
        reached = reached | once | (twice & skip)
        steps += 1
    return steps
