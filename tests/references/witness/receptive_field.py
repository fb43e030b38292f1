"""Brute force: the inputs of the first two units, traced back tap by tap; and published numbers.

GOLDEN: Araujo, Norris, Sim 2019 (doi:10.23915/distill.00021), the table of networks: up to its last
pooling VGG-16 has receptive field 212 and stride 32. Its poolings move the first centre by half a
step each, (1 + 2 + 4 + 8 + 16) / 2.
"""

CONV, POOL = (3, 1, 1, 1), (2, 2, 0, 1)
VGG16 = [*[CONV, CONV, POOL] * 2, *[CONV, CONV, CONV, POOL] * 3]
GOLDEN = [
    ({"layers": VGG16}, (212, 32, 15.5)),
    ({"layers": [CONV] * 3}, (7, 1, 0.0)),
    ({"layers": [(3, 2, 0, 1), (3, 1, 0, 1)]}, (7, 2, 3.0)),
    ({"layers": [(3, 1, 1, 1), (3, 1, 2, 2), (3, 1, 4, 4)]}, (15, 1, 0.0)),
]


def seen_by(unit, layers):
    seen = {unit}
    for kernel, stride, pad, dilation in reversed(layers):
        seen = {i * stride - pad + tap * dilation for i in seen for tap in range(kernel)}
    return min(seen), max(seen)


def witness(layers):
    (low, high), (next_low, _) = seen_by(0, layers), seen_by(1, layers)
    return high - low + 1, next_low - low, (low + high) / 2
