# WRONG: basic: swaps with the first child that is greater, not with the greater child
def sink(a, i, n):
    for child in (2 * i + 1, 2 * i + 2):
        if child < n and a[child] > a[i]:
            a[i], a[child] = a[child], a[i]
            sink(a, child, n)
            return


def heap_sort(values):
    a = list(values)
    for i in range(len(a) // 2 - 1, -1, -1):
        sink(a, i, len(a))
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sink(a, 0, end)
    return a
