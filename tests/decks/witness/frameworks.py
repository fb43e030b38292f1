"""The numbers of the frameworks deck, from real slices, NumPy's float16 and simulated loops."""

import itertools

import numpy as np


def slice_length(n, a, b, s):
    return len(list(range(n))[a:b:s])


def negative_step_last(n, k, s):
    return list(range(n))[k::-s][-1]


def fp16_spacing(w):
    return float(np.spacing(np.float16(w))) * 1e6


def minimal_loss_scale(m, k):
    smallest = float(np.finfo(np.float16).tiny)
    return next(s for s in itertools.count() if 2**s * float(f"{m}e-{k}") >= smallest)


def dynamic_scale(a, n):
    scale, good = 65536, 0
    for fine in [False] * a + [True] * n:
        good = good + 1 if fine else 0
        if not fine:
            scale /= 2
        elif good == 2000:
            scale, good = scale * 2, 0
    return scale


def number_of_batches(n, b, d):
    sizes = [min(b, n - start) for start in range(0, n, b)]
    return sum(size == b for size in sizes) if d else len(sizes)


def padding_share(a, b, c, d):
    lengths = np.array([a, b, c, d])
    mask = np.arange(lengths.max()) < lengths[:, None]
    return 100 * np.mean(~mask)
