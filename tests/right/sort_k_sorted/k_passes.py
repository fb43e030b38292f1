def sort_k_sorted(values, k):
    out = list(values)
    for _ in range(min(k, len(out))):
        for i in range(len(out) - 1):
            if out[i] > out[i + 1]:
                out[i], out[i + 1] = out[i + 1], out[i]
    return out
