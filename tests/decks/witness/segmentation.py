"""The numbers of the segmentation deck, from layers run on arrays and from drawn label maps."""

import numpy as np


def pooled(rows):
    return rows.reshape(-1, 2).max(axis=1)


def two_convolutions(rows):
    for _ in range(2):
        rows = np.convolve(rows, np.ones(3), mode="valid")
    return rows


def fcn_score_map_size(v, c, h, w):
    image = np.broadcast_to(np.int8(0), (c, h, w))
    while v > 1:
        image, v = image[:, ::2, ::2], v // 2
    return image.size


def unet_output_size(n):
    rows = np.zeros(n)
    for _ in range(4):
        rows = pooled(two_convolutions(rows))
    rows = two_convolutions(rows)
    for _ in range(4):
        rows = two_convolutions(np.repeat(rows, 2))
    return rows.size


def unet_concat_weights(a, b, c):
    joined = np.concatenate([np.zeros((a, 1, 1)), np.zeros((b, 1, 1))])
    return np.broadcast_to(np.int8(0), (c, len(joined), 3, 3)).size


def miou_value(a, b, c, d, g, h, k):
    matrix = np.array([[a, b, 0], [c, d, g], [0, h, k]])
    truth, predicted = np.repeat(np.indices((3, 3)).reshape(2, -1), matrix.ravel(), axis=1)
    scores = [
        np.sum((truth == i) & (predicted == i)) / np.sum((truth == i) | (predicted == i))
        for i in range(3)
    ]
    return np.mean(scores)
