# WRONG: basic: the notes' min-heap, swapped to the end, sorts in falling order
def sink(a, i, n):
    while 2 * i + 1 < n:
        child = 2 * i + 1
        if child + 1 < n and a[child + 1] < a[child]:
            child += 1
        if a[i] <= a[child]:
            break
        a[i], a[child] = a[child], a[i]
        i = child


def heap_sort(values):
    a = list(values)
    for i in range(len(a) // 2 - 1, -1, -1):
        sink(a, i, len(a))
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sink(a, 0, end)
    return a
