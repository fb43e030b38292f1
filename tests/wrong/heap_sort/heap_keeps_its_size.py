# WRONG: basic: the sorted end is not taken out of the heap
def sink(a, i):
    largest = i
    for child in (2 * i + 1, 2 * i + 2):
        if child < len(a) and a[child] > a[largest]:
            largest = child
    if largest != i:
        a[i], a[largest] = a[largest], a[i]
        sink(a, largest)


def heap_sort(values):
    a = list(values)
    for i in range(len(a) // 2 - 1, -1, -1):
        sink(a, i)
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sink(a, 0)
    return a
