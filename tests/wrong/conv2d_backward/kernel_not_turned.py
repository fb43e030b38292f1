# WRONG: basic: the full correlation for dx forgets to turn the kernel by 180 degrees
import numpy as np


def pair(value):
    return (value, value) if isinstance(value, int) else value


def conv2d_backward(dout, x, w, stride=1, pad=0):
    """dx as a full correlation of the spread-out gradient with the turned kernel."""
    (sh, sw), (ph, pw) = pair(stride), pair(pad)
    n, c, h, wide = x.shape
    f, _, kh, kw = w.shape
    oh, ow = dout.shape[2:]
    hp, wp = h + 2 * ph, wide + 2 * pw
    xp = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    spread = np.zeros((n, f, hp - kh + 1, wp - kw + 1))
    spread[:, :, ::sh, ::sw] = dout
    dw = np.zeros(w.shape)
    for u in range(kh):
        for v in range(kw):
            seen = xp[:, :, u:u + sh * oh:sh, v:v + sw * ow:sw]
            dw[:, :, u, v] = np.tensordot(dout, seen, axes=([0, 2, 3], [0, 2, 3]))
    around = np.pad(spread, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    turned = w
    dx = np.zeros((n, c, hp, wp))
    for u in range(kh):
        for v in range(kw):
            dx += np.einsum("nfij,fc->ncij", around[:, :, u:u + hp, v:v + wp], turned[:, :, u, v])
    return dx[:, :, ph:ph + h, pw:pw + wide], dw, dout.sum((0, 2, 3))
