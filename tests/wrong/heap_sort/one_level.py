# WRONG: basic: the value sinks by one level and stays there
def sink(a, i, n):
    largest = i
    for child in (2 * i + 1, 2 * i + 2):
        if child < n and a[child] > a[largest]:
            largest = child
    a[i], a[largest] = a[largest], a[i]


def heap_sort(values):
    a = list(values)
    for i in range(len(a) // 2 - 1, -1, -1):
        sink(a, i, len(a))
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sink(a, 0, end)
    return a
