def receptive_field(layers):
    """Follow the first two units back: which inputs, from the first to the last?"""
    first, second = (0, 0), (1, 1)
    for k, s, p, d in reversed(layers):
        reach = d * (k - 1)
        first = (first[0] * s - p, first[1] * s - p + reach)
        second = (second[0] * s - p, second[1] * s - p + reach)
    return first[1] - first[0] + 1, second[0] - first[0], (first[0] + first[1]) / 2
