class Heap:
    def __init__(self):
        self.a = []

    def push(self, v):
        a = self.a
        a.append(v)
        i = len(a) - 1
        while i and a[(i - 1) // 2] > a[i]:
            a[i], a[(i - 1) // 2] = a[(i - 1) // 2], a[i]
            i = (i - 1) // 2

    def pop(self):
        a = self.a
        top, last = a[0], a.pop()
        if a:
            a[0] = last
            i = 0
            while True:
                least = min((j for j in (i, 2 * i + 1, 2 * i + 2) if j < len(a)), key=a.__getitem__)
                if least == i:
                    break
                a[i], a[least] = a[least], a[i]
                i = least
        return top


def heap_sort(values):
    heap = Heap()
    for v in values:
        heap.push(v)
    return [heap.pop() for _ in values]
