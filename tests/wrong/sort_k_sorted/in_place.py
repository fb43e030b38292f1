# WRONG: aliasing: insertion sort of the list itself
def sort_k_sorted(values, k):
    for i in range(1, len(values)):
        v, j = values[i], i
        while j > 0 and values[j - 1] > v:
            values[j] = values[j - 1]
            j -= 1
        values[j] = v
    return values
