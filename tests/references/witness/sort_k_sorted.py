"""Python's own `sorted`; and the promise of the cases: no value is more than k places off."""

GOLDEN = [
    ({"values": [6, 5, 3, 2, 8, 10, 9], "k": 3}, [2, 3, 5, 6, 8, 9, 10]),
    ({"values": [], "k": 4}, []),
]


def witness(values, k):
    order = sorted(range(len(values)), key=lambda i: values[i])
    assert all(abs(i - place) <= k for place, i in enumerate(order))
    return sorted(values)
