# WRONG: basic: (C - 1)*K*K + 1 additions for one value, as the notes count
def conv2d_flops(in_shape, layers):
    c, h, w = in_shape
    macs, flops, params = [], [], []
    for f, k, s, p, g, bias in layers:
        oh, ow = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
        n = c // g * k * k
        macs.append(oh * ow * f * n)
        flops.append(oh * ow * f * (n + (c // g - 1) * k * k + 1))
        params.append(f * n + (f if bias else 0))
        c, h, w = f, oh, ow
    return macs, flops, params
