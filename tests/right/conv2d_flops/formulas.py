def conv2d_flops(in_shape, layers):
    c, h, w = in_shape
    macs, flops, params = [], [], []
    for f, k, s, p, g, bias in layers:
        oh, ow = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
        n = c // g * k * k
        macs.append(oh * ow * f * n)
        flops.append(oh * ow * f * (n + n - 1 + (1 if bias else 0)))
        params.append(f * n + (f if bias else 0))
        c, h, w = f, oh, ow
    return macs, flops, params
