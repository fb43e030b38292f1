# WRONG: aliasing: builds the heap in the caller's list
def sink(a, i, n):
    largest = i
    for child in (2 * i + 1, 2 * i + 2):
        if child < n and a[child] > a[largest]:
            largest = child
    if largest != i:
        a[i], a[largest] = a[largest], a[i]
        sink(a, largest, n)


def heap_sort(values):
    for i in range(len(values) // 2 - 1, -1, -1):
        sink(values, i, len(values))
    for end in range(len(values) - 1, 0, -1):
        values[0], values[end] = values[end], values[0]
        sink(values, 0, end)
    return values
