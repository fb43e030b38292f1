"""Exact fractions, by way of the raw moments; and the values themselves, put together by hand."""

from fractions import Fraction

import numpy as np


def parts(*shards):
    shards = [np.array(shard, dtype=np.float64)[:, None] for shard in shards]
    return {
        "counts": np.array([len(shard) for shard in shards]),
        "means": np.array([shard.mean(axis=0) for shard in shards]),
        "variances": np.array([shard.var(axis=0) for shard in shards]),
    }


GOLDEN = [
    (parts([1, 2, 3], [6]), ([3.0], [3.5])),  # 1, 2, 3, 6: squares of deviations 4 + 1 + 0 + 9
    (parts([0, 0], [2, 2], [4, 4, 4, 4]), ([2.5], [2.75])),
    # two equal shards with variance 1 around 0 and 5: 1 + 2.5^2
    (
        {"counts": np.array([8, 8]), "means": np.array([[0.0], [5.0]])}
        | {"variances": np.ones((2, 1))},
        ([2.5], [7.25]),
    ),
]


def exactly(counts, means, variances):
    there = [k for k, count in enumerate(counts) if count]
    n = [Fraction(float(counts[k])) for k in there]
    m = [Fraction(float(means[k])) for k in there]
    v = [Fraction(float(variances[k])) for k in there]
    total = sum(n)
    first = sum(a * b for a, b in zip(n, m, strict=True)) / total
    second = sum(a * (b * b + c) for a, b, c in zip(n, m, v, strict=True)) / total
    return float(first), float(second - first * first)


def witness(counts, means, variances):
    channels = range(means.shape[1])
    found = np.array([exactly(counts, means[:, c], variances[:, c]) for c in channels])
    return found[:, 0], found[:, 1]
