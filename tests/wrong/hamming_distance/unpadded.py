# WRONG: basic: binary texts of different lengths are compared from the left
def hamming_distance(a, b):
    if isinstance(a, int):
        a, b = bin(a), bin(b)
        return sum(x != y for x, y in zip(a, b)) + abs(len(a) - len(b))
    if len(a) != len(b):
        return -1
    return sum(x != y for x, y in zip(a, b))
