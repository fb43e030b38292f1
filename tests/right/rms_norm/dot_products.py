import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    dtype = np.float64 if x.dtype.kind != "f" else x.dtype
    wide = x.astype(np.float64)
    squares = np.einsum("...d,...d->...", wide, wide)
    scale = (squares / x.shape[-1] + eps) ** -0.5
    return (wide * scale[..., np.newaxis] * gamma).astype(dtype)
