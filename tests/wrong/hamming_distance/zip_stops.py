# WRONG: edge: zip stops at the end of the shorter
def hamming_distance(a, b):
    if isinstance(a, int):
        return bin(a ^ b).count("1")
    return sum(x != y for x, y in zip(a, b))
