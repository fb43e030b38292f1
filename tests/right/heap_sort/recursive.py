def heapify(a, i, n):
    largest, left, right = i, 2 * i + 1, 2 * i + 2
    if left < n and a[left] > a[largest]:
        largest = left
    if right < n and a[right] > a[largest]:
        largest = right
    if largest != i:
        a[i], a[largest] = a[largest], a[i]
        heapify(a, largest, n)


def heap_sort(values):
    a = values[:]
    n = len(a)
    for i in reversed(range(n // 2)):
        heapify(a, i, n)
    for end in reversed(range(1, n)):
        a[end], a[0] = a[0], a[end]
        heapify(a, 0, end)
    return a
