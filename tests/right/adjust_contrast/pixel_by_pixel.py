import numpy as np


def adjust_contrast(img, factor):
    H, W = img.shape[:2]
    total = 0.0
    for row in img.tolist():
        for pixel in row:
            if img.ndim == 3:
                r, g, b = pixel
                total += 0.299 * r + 0.587 * g + 0.114 * b
            else:
                total += pixel
    m = total / (H * W)
    out = np.zeros(img.shape)
    for i in range(H):
        for j in range(W):
            out[i, j] = np.minimum(np.maximum(m + factor * (img[i, j].astype(float) - m), 0), 255)
    return out
