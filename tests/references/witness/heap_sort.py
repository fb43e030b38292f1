"""Python's own `sorted`."""

GOLDEN = [
    ({"values": [12, 11, 13, 5, 6, 7]}, [5, 6, 7, 11, 12, 13]),
    ({"values": [4, 10, 3, 5, 1]}, [1, 3, 4, 5, 10]),
    ({"values": []}, []),
]


def witness(values):
    return sorted(values)
