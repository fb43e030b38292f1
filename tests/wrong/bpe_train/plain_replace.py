# WRONG: basic: str.replace also merges the end of a longer symbol
from collections import Counter


def bpe_train(words, counts, num_merges):
    spaced = [" ".join(w) for w in words]
    merges = []
    for _ in range(num_merges):
        pairs = Counter()
        for s, n in zip(spaced, counts):
            symbols = s.split()
            for pair in zip(symbols, symbols[1:]):
                pairs[pair] += n
        if not pairs:
            break
        best = min(pairs, key=lambda p: (-pairs[p], p))
        merges.append(best)
        spaced = [s.replace(" ".join(best), "".join(best)) for s in spaced]
    return merges
