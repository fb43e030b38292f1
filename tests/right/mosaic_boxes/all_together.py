import numpy as np


def mosaic_boxes(boxes, sizes, center, canvas, min_visible=0.1):
    image = np.repeat(np.arange(4), [len(b) for b in boxes])
    b = np.concatenate([np.asarray(own, dtype=np.float64) for own in boxes])
    sizes = np.asarray(sizes, dtype=np.float64)
    right, lower = image % 2, image // 2
    shift = np.stack([center[0] - (1 - right) * sizes[image, 1],
                      center[1] - (1 - lower) * sizes[image, 0]], axis=1)
    b = b + np.tile(shift, (1, 2))
    limit = np.array([canvas[1], canvas[0]] * 2, dtype=float)
    cut = np.minimum(np.maximum(b, 0), limit)
    whole = np.prod(b[:, 2:] - b[:, :2], axis=1)
    left_over = np.prod(cut[:, 2:] - cut[:, :2], axis=1)
    keep = left_over > min_visible * whole
    return cut[keep], image[keep]
