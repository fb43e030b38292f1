import numpy as np


def conv_output_size(size, kernel_size, stride=1, pad=0, dilation=1):
    n, k, s, d = (np.array(v) for v in (size, kernel_size, stride, dilation))
    if isinstance(pad, str) and pad == "same":
        return (n + s - 1) // s
    p = np.array(0 if pad == "valid" else pad)
    return np.maximum((n + 2 * p - d * (k - 1) - 1) // s + 1, 0)
