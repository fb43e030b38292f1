import numpy as np


def kmeans_anchors(sizes, anchors, max_iter=100):
    x = sizes.astype(np.float64)
    c = anchors.astype(np.float64)
    for _ in range(max_iter):
        inter = np.minimum(x[:, None, 0], c[None, :, 0]) * np.minimum(x[:, None, 1], c[None, :, 1])
        union = (x[:, 0] * x[:, 1])[:, None] + (c[:, 0] * c[:, 1])[None] - inter
        member = np.eye(len(c))[np.argmax(inter / union, axis=1)]
        count = member.sum(axis=0)
        new = np.where(count[:, None] > 0, member.T @ x / np.maximum(count, 1)[:, None], c)
        if np.allclose(new, c, rtol=0, atol=1e-12):
            break
        c = new
    return c
