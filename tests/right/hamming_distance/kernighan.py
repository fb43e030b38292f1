def hamming_distance(a, b):
    if type(a) is int:
        x, count = a ^ b, 0
        while x:
            x &= x - 1
            count += 1
        return count
    if len(a) != len(b):
        return -1
    count = 0
    for i in range(len(a)):
        if a[i] != b[i]:
            count += 1
    return count
