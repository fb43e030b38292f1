import numpy as np


def one_hot_encode(labels, num_classes=None):
    labels = np.asarray(labels, dtype=np.int64)
    k = num_classes if num_classes is not None else int(labels.max()) + 1
    known = (labels >= 0) & (labels < k)
    out = np.zeros((labels.size, k + 1), dtype=np.int64)
    np.put_along_axis(out, np.where(known, labels, k).reshape(-1, 1), 1, axis=1)
    return out[:, :k].reshape(*labels.shape, k)
