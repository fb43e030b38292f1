# WRONG: basic: adds the padding once instead of on both sides
import math


def conv_output_size(size, kernel_size, stride=1, pad=0, dilation=1):
    def of_axis(value, axis):
        return value[axis] if isinstance(value, tuple) else value

    out = []
    for axis, n in enumerate(size):
        k, s, d = (of_axis(v, axis) for v in (kernel_size, stride, dilation))
        if pad == "same":
            out.append(math.ceil(n / s))
            continue
        p = 0 if pad == "valid" else of_axis(pad, axis)
        span = d * (k - 1) + 1
        room = n + p - span
        out.append(room // s + 1 if room >= 0 else 0)
    return tuple(out)
