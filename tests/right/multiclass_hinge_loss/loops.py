import numpy as np


def multiclass_hinge_loss(scores, labels, margin=1.0):
    n = len(labels)
    slopes, total = np.zeros(scores.shape), 0.0
    for i, row in enumerate(scores.tolist()):
        y = int(labels[i])
        for j, score in enumerate(row):
            gap = score - row[y] + margin
            if j != y and gap > 0:
                total += gap
                slopes[i, j] += 1 / n
                slopes[i, y] -= 1 / n
    return total / n, slopes
