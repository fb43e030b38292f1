# WRONG: basic: the edit distance, which also inserts and deletes
def hamming_distance(a, b):
    if isinstance(a, int):
        return bin(a ^ b).count("1")
    if len(a) != len(b):
        return -1
    if len(a) > 1000:
        return sum(x != y for x, y in zip(a, b))
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            new.append(min(row[j] + 1, new[-1] + 1, row[j - 1] + (x != y)))
        row = new
    return row[-1]
