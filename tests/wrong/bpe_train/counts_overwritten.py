# WRONG: edge: a dict keeps only the last count of a word listed twice
def bpe_train(words, counts, num_merges):
    vocab = {}
    for word, n in zip(words, counts):
        vocab[tuple(word)] = n
    merges = []
    while len(merges) < num_merges:
        pairs = {}
        for word, n in vocab.items():
            for i in range(len(word) - 1):
                pair = word[i], word[i + 1]
                pairs[pair] = pairs.get(pair, 0) + n
        if not pairs:
            break
        top = max(pairs.values())
        best = min(p for p in pairs if pairs[p] == top)
        merges.append(best)
        new = {}
        for word, n in vocab.items():
            out, i = [], 0
            while i < len(word):
                if word[i : i + 2] == best:
                    out.append(word[i] + word[i + 1])
                    i += 2
                else:
                    out.append(word[i])
                    i += 1
            new[tuple(out)] = n
        vocab = new
    return merges
