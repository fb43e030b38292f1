# WRONG: shape: the width of the output is taken from the height
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def dilated_conv2d(x, w, b, stride=1, pad=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = pair(stride), pair(pad), pair(dilation)
    n, c, h, wide = x.shape
    f, _, kh, kw = w.shape
    span_h, span_w = dh * (kh - 1) + 1, dw * (kw - 1) + 1
    oh = (h + 2 * ph - span_h) // sh + 1
    ow = oh
    padded = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    out = np.zeros((n, f, oh, ow))
    for i in range(oh):
        for j in range(ow):
            window = padded[:, :, i * sh:i * sh + span_h:dh, j * sw:j * sw + span_w:dw]
            out[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return out
