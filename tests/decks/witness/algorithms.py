"""The numbers of the algorithms deck, from brute force, heaps that are run, and heapq."""

import heapq
from itertools import combinations


def sift_down(heap, node, size):
    """Bring the node to its place in a max-heap, and count the swaps."""
    swaps = 0
    while True:
        family = [i for i in (node, 2 * node + 1, 2 * node + 2) if i < size]
        largest = max(family, key=heap.__getitem__)
        if largest == node:
            return swaps
        heap[node], heap[largest] = heap[largest], heap[node]
        node, swaps = largest, swaps + 1


def build(heap):
    return sum(sift_down(heap, node, len(heap)) for node in reversed(range(len(heap) // 2)))


def longest_unique_length(a, b, c, d, f, g):
    digits = [a, b, c, d, f, g]
    pieces = [digits[i:j] for i, j in combinations(range(7), 2)]
    return max(len(piece) for piece in pieces if len(set(piece)) == len(piece))


def insertion_sort_moves(a, b, c, d, f):
    values, moves = [a, b, c, d, f], 0
    for end in range(1, 5):
        i = end
        while i and values[i - 1] > values[i]:
            values[i - 1], values[i] = values[i], values[i - 1]
            i, moves = i - 1, moves + 1
    return moves


def heap_index(i):
    return next(
        top
        for top in range(i)
        for child in (2 * top + 1, 2 * top + 2)
        if i in (2 * child + 1, 2 * child + 2)
    )


def sift_down_index(x, a, b, c, d, f, g):
    heap = [x, a, b, c, d, f, g]
    sift_down(heap, 0, 7)
    return heap.index(x)


def build_heap_value(p, q, r, s, t):
    heap = [p, q, r, s, t]
    build(heap)
    return heap[1]


def build_heap_swaps(l):  # noqa: E741
    """Ascending values, the worst case: every node sinks to a leaf."""
    return build(list(range(2**l - 1)))


def heap_sort_round(a, b, c, d, f, g):
    heap = [g, b, c, d, f, a]
    sift_down(heap, 0, 5)
    return heap[1]


def k_sorted_heap_content(x1, x2, x3, x4):
    heap = [x1, x2, x3]
    heapq.heapify(heap)
    heapq.heapreplace(heap, x4)
    heapq.heappop(heap)
    return sum(heap)
