def conv2d_flops(in_shape, layers):
    """A grouped layer is g small layers, next to each other."""
    def small(c, h, w, f, k, bias):
        products = h * w * f * c * k * k
        sums = h * w * f * (c * k * k - 1)
        return products, products + sums + (h * w * f if bias else 0), c * f * k * k + bias * f

    (c, h, w), found = in_shape, []
    for f, k, s, p, g, bias in layers:
        h, w = 1 + (h + 2 * p - k) // s, 1 + (w + 2 * p - k) // s
        found.append([g * v for v in small(c // g, h, w, f // g, k, bias)])
        c = f
    return [list(column) for column in zip(*found)]
