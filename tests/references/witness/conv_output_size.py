"""scikit-image: windows of view_as_windows are counted; and layers of networks that are published.

GOLDEN: ResNet (arXiv:1512.03385, table 1), VGG, AlexNet as in torchvision, ViT-B/16 patches.
"""

import numpy as np
from skimage.util import view_as_windows

GOLDEN = [
    ({"size": (224, 224), "kernel_size": 7, "stride": 2, "pad": 3}, (112, 112)),
    ({"size": (112, 112), "kernel_size": 3, "stride": 2, "pad": 1}, (56, 56)),
    ({"size": (224, 224), "kernel_size": 3, "pad": 1}, (224, 224)),
    ({"size": (224, 224), "kernel_size": 11, "stride": 4, "pad": 2}, (55, 55)),
    ({"size": (55, 55), "kernel_size": 3, "stride": 2}, (27, 27)),
    ({"size": (224, 224), "kernel_size": 16, "stride": 16}, (14, 14)),
    # the layer that the documentation of torch.nn.Conv2d has for an example
    (
        {"size": (50, 100), "kernel_size": (3, 5), "stride": (2, 1), "pad": (4, 2)}
        | {"dilation": (3, 1)},
        (26, 100),
    ),
]


def each(value, axes):
    return value if isinstance(value, tuple) else (value,) * axes


def witness(size, kernel_size, stride=1, pad=0, dilation=1):
    kernels, steps, apart = (each(v, len(size)) for v in (kernel_size, stride, dilation))
    zeros = each(pad, len(size))
    return tuple(map(places, size, kernels, steps, zeros, apart))


def places(n, k, s, p, d):
    if p == "same":  # every s-th pixel is the centre of a window
        return np.arange(n)[::s].size
    line = np.zeros(n if p == "valid" else n + 2 * p)
    span = np.kron(np.ones(k), np.eye(1, d)[0])[: d * (k - 1) + 1].size
    return len(view_as_windows(line, span, step=s)) if span <= line.size else 0
