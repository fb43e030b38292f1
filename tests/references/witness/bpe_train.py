"""Sennrich et al. 2016, arXiv:1508.07909: words with spaces in between, merged by an expression."""

import re
from collections import defaultdict

GOLDEN = [
    # The paper's words without its end-of-word mark, by hand; equal pairs by the smaller.
    (
        {
            "words": ["low", "lower", "newest", "widest"],
            "counts": [5, 2, 6, 3],
            "num_merges": 5,
        },
        [("e", "s"), ("es", "t"), ("l", "o"), ("lo", "w"), ("e", "w")],
    ),
    ({"words": ["aaaa", "b"], "counts": [1, 9], "num_merges": 9}, [("a", "a"), ("aa", "aa")]),
]


def witness(words, counts, num_merges):
    vocabulary = defaultdict(int)
    for word, count in zip(words, counts, strict=True):
        vocabulary[" ".join(word)] += count
    merges = []
    for _ in range(num_merges):
        pairs = defaultdict(int)
        for spaced, count in vocabulary.items():
            symbols = spaced.split()
            for i in range(len(symbols) - 1):
                pairs[symbols[i], symbols[i + 1]] += count
        if not pairs:
            break
        most = max(pairs.values())
        best = min(pair for pair, count in pairs.items() if count == most)
        merges.append(best)
        found = re.compile(r"(?<!\S)" + re.escape(" ".join(best)) + r"(?!\S)")
        joined = "".join(best)
        vocabulary = {found.sub(lambda _, j=joined: j, w): n for w, n in vocabulary.items()}
    return merges
