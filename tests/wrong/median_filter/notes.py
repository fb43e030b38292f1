# WRONG: basic: pads with zeros, writes into what it still reads and returns the padding (the notes)
import numpy as np


def padding_0(img):
    a = np.insert(img, 0, 0, 0)
    b = np.insert(a, 0, 0, 0)
    c = np.insert(b, 0, 0, 1)
    d = np.insert(c, 0, 0, 1)
    h_zeros = np.zeros((d.shape[0], 1))
    e = np.hstack((d, h_zeros))
    f = np.hstack((e, h_zeros))
    w_zeros = np.zeros((1, f.shape[1]))
    g = np.vstack((f, w_zeros))
    img = np.vstack((g, w_zeros))
    return img


def median_filter(img, k=5):
    img = padding_0(img)
    for i in range(2, img.shape[0] - 2):
        for j in range(2, img.shape[0] - 2):
            mat = img[i - 2:i + 3, j - 2:j + 3]
            middle = np.median(mat)
            img[i, j] = middle
    return img
