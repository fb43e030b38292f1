def sort_k_sorted(values, k):
    out = []
    for v in values:
        i = len(out)
        while i > 0 and out[i - 1] > v:
            i -= 1
        out.insert(i, v)
    return out
