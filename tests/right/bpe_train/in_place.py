from collections import Counter


def bpe_train(words, counts, num_merges):
    pieces = [list(w) for w in words]
    result = []
    for step in range(num_merges):
        stats = Counter()
        for p, n in zip(pieces, counts):
            for left, right in zip(p, p[1:]):
                stats[(left, right)] += n
        if len(stats) == 0:
            return result
        left, right = sorted(stats, key=lambda k: (-stats[k], k))[0]
        for p in pieces:
            i = 0
            while i + 1 < len(p):
                if p[i] == left and p[i + 1] == right:
                    p[i : i + 2] = [left + right]
                i += 1
        result.append([left, right])
    return result
