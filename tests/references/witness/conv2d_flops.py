"""NumPy's views: the numbers that all windows hold, counted; and layers that are published.

GOLDEN: the first layers of VGG-16 (arXiv:1409.1556; 1,792 and 36,928 parameters in torchvision's
model), and a layer of MobileNet by equations 2 and 5 of arXiv:1704.04861.
"""

import numpy as np

SAME = (3, 1, 1, 1, True)
GOLDEN = [
    (
        {"in_shape": (32, 56, 56), "layers": [(64, 3, 1, 1, 1, False)]},
        ([57_802_752], [115_404_800], [18_432]),
    ),
    (
        {"in_shape": (32, 56, 56)}
        | {"layers": [(32, 3, 1, 1, 32, False), (64, 1, 1, 0, 1, False)]},
        ([903_168, 6_422_528], [1_705_984, 12_644_352], [288, 2_048]),
    ),
    (
        {"in_shape": (3, 224, 224), "layers": [(64, *SAME), (64, *SAME)]},
        ([86_704_128, 1_849_688_064], [173_408_256, 3_699_376_128], [1_792, 36_928]),
    ),
]


def witness(in_shape, layers):
    rows = []
    for filters, k, stride, pad, groups, bias in layers:
        channels, height, width = in_shape
        image = np.broadcast_to(0.0, (channels, height + 2 * pad, width + 2 * pad))
        windows = np.lib.stride_tricks.sliding_window_view(image, (k, k), axis=(1, 2))
        windows = windows[:, ::stride, ::stride]
        read = windows[: channels // groups]  # what one filter reads
        values = filters * read[0, :, :, 0, 0].size
        products = filters * read.size
        sums = products - values + (values if bias else 0)
        weights = np.broadcast_to(0.0, (filters, len(read), k, k)).size
        rows.append((products, products + sums, weights + (filters if bias else 0)))
        in_shape = (filters, *windows.shape[1:3])
    return tuple(np.array(rows, dtype=int).T)
