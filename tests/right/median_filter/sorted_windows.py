import numpy as np


def median_filter(img, k=3):
    r = k // 2
    H, W = img.shape[:2]
    if img.ndim == 3:
        return np.stack([median_filter(img[..., c], k) for c in range(img.shape[2])], axis=-1)
    rows = img.tolist()
    out = np.zeros((H, W), dtype=img.dtype)
    for i in range(H):
        lines = [rows[min(max(y, 0), H - 1)] for y in range(i - r, i + r + 1)]
        for j in range(W):
            columns = [min(max(x, 0), W - 1) for x in range(j - r, j + r + 1)]
            values = sorted(line[x] for line in lines for x in columns)
            out[i, j] = values[len(values) // 2]
    return out
