"""SciPy: scipy.special.expit and scipy.ndimage.mean, sample by sample; and one worked by hand."""

import numpy as np
from scipy import ndimage
from scipy.special import expit

GOLDEN = [
    (
        # means 2 and 1; middle 2 - 3 < 0 -> 0 and 2 + 1 = 3; factors of 3 log 2 / 3 and 0
        {
            "x": np.array([[[[1.0, 3.0]], [[0.0, 2.0]]]]),
            "w1": np.array([[1.0, -3.0], [1.0, 1.0]]),
            "w2": np.array([[9.0, np.log(2.0) / 3], [9.0, 0.0]]),
        },
        np.array([[[[2 / 3, 2.0]], [[0.0, 1.0]]]]),
    ),
]


def witness(x, w1, w2):
    out = np.array(x, dtype=np.float64)
    channels = x.shape[1]
    labels = np.broadcast_to(np.arange(channels)[:, None, None], x.shape[1:])
    for i, sample in enumerate(out):
        z = np.asarray(ndimage.mean(sample, labels, np.arange(channels)))
        middle = np.einsum("mc,c->m", w1, z)
        out[i] *= expit(np.einsum("cm,m->c", w2, middle * (middle > 0)))[:, None, None]
    return out
