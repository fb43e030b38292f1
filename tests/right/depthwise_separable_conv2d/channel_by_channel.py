import numpy as np


def depthwise_separable_conv2d(x, w_depthwise, w_pointwise, stride=1, pad=0):
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    ph, pw = pad if isinstance(pad, tuple) else (pad, pad)
    n, c, h, wd = x.shape
    k, _, kh, kw = w_depthwise.shape
    oh, ow = (h + 2 * ph - kh) // sh + 1, (wd + 2 * pw - kw) // sw + 1
    xp = np.zeros((n, c, h + 2 * ph, wd + 2 * pw))
    xp[:, :, ph:ph + h, pw:pw + wd] = x
    out = np.zeros((n, len(w_pointwise), oh, ow))
    for q in range(k):
        plane = np.zeros((n, oh, ow))
        for u in range(kh):
            for v in range(kw):
                part = xp[:, q // (k // c), u:u + sh * oh:sh, v:v + sw * ow:sw]
                plane += w_depthwise[q, 0, u, v] * part
        for f in range(len(out[0]) if n else 0):
            out[:, f] += w_pointwise[f, q, 0, 0] * plane
    return out
