"""The numbers of the language models deck, from training BPE, listing pairs, and weight shapes."""

from collections import Counter
from itertools import pairwise
from math import prod

import numpy as np
from scipy import stats


def count(*shapes: tuple[int, ...]) -> int:
    return sum(prod(shape) for shape in shapes)


def merged(word: tuple[str, ...], pair: tuple[str, str]) -> tuple[str, ...]:
    out, i = [], 0
    while i < len(word):
        step = 2 if word[i : i + 2] == pair else 1
        out.append("".join(word[i : i + step]))
        i += step
    return tuple(out)


def bpe_two_merges(a, b, c, d, e):
    times = {"hug": a, "pug": b, "pun": c, "bun": d, "hugs": e}
    corpus = {tuple(word): times[word] for word in times}
    for _ in range(2):
        pairs = Counter()
        for word, often in corpus.items():
            for pair in pairwise(word):
                pairs[pair] += often
        (best, most), (_, second) = pairs.most_common(2)
        assert most > second
        corpus = {merged(word, best): corpus[word] for word in corpus}
    return sum(len(word) * corpus[word] for word in corpus)


def skipgram_pairs(n, c):
    return sum(i != j and abs(i - j) <= c for i in range(n) for j in range(n))


def noise_distribution(a, b, c):
    """Importance weights of the noise over the raw draws, taken from log counts."""
    counts = np.array([a, b, c])
    lift = np.exp(-0.25 * np.log(counts))
    return lift[2] / np.average(lift, weights=counts)


def false_negative_chance(N, r, k):  # noqa: N803
    return stats.binom.sf(0, k, r / N)


def mlm_replaced_tokens(b, n, s):
    """Tokens come in rounds of 1000, of which each kind takes its share."""
    kinds = np.zeros(1000, dtype="U6")
    chosen = np.arange(1000) < 10 * s
    kinds[chosen] = np.resize(["mask"] * 8 + ["random", "keep"], 10 * s)
    return b * n * np.isin(kinds, ["mask", "random"]).mean()


def bert_embedding_parameters(V, P, d):  # noqa: N803
    return count((V, d), (P, d), (2, d), (d,), (d,))


def bert_encoder_parameters(L, d):  # noqa: N803
    attention = count(*[(d, d), (d,)] * 4)
    feed_forward = count((4 * d, d), (4 * d,), (d, 4 * d), (d,))
    norms = count(*[(d,), (d,)] * 2)
    return sum([attention, feed_forward, norms] * L)
