# WRONG: basic: sorts windows of k + 1 one after the other, without an overlap
def sort_k_sorted(values, k):
    out = []
    for i in range(0, len(values), k + 1):
        out += sorted(values[i:i + k + 1])
    return out
