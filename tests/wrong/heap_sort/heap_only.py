# WRONG: basic: a heap is not a sorted list
import heapq


def heap_sort(values):
    a = list(values)
    heapq.heapify(a)
    return a
